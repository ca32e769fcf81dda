package fr.rappel.followup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.rappel.followup.FollowUp;
import fr.rappel.shared.PageTokens;
import fr.rappel.testing.DatabaseTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;

/** What was typed is still there when the database is away. */
@DatabaseTest
class FollowUpFormsTest {

    private static final String LINK = "ABCD2345-1-x";

    private final FollowUp away = mock();

    @Autowired
    private FollowUpPages pages;

    @Autowired
    private PageTokens tokens;

    @Autowired
    private FollowUpWords words;

    private FollowUpForms forms;

    @BeforeEach
    void databaseIsAway() {
        when(away.open(any(), any())).thenThrow(new CannotCreateTransactionException("away"));
        forms = new FollowUpForms(away, pages, tokens, words);
    }

    @Test
    void aMessageIsGivenBackToBeSentAgain() {
        String token = tokens.issue(FollowUpPages.page(LINK));
        var answer = act("message", Map.of("text", "Ce que j’ai <b>écrit</b>", "jeton", token));
        assertThat(answer)
                .contains("momentanément indisponible", "action=\"/suivi/" + LINK + "/message\"")
                .contains("name=\"text\">Ce que j’ai &lt;b&gt;écrit&lt;/b&gt;</textarea>", "value=\"" + token + "\"");
    }

    @Test
    void soIsAnOpinionAndWhatCameFromAPageThatWasOpenForTooLong() {
        assertThat(act("avis", Map.of("comment", "Très clair.", "score", "5", "jeton", "x")))
                .contains(">Très clair.</textarea>", "name=\"score\" value=\"5\"");
        assertThat(act("telephone", Map.of("phone", "06 12 34 56 79", "jeton", "x")))
                .contains("name=\"phone\" value=\"06 12 34 56 79\"")
                .doesNotContain("textarea");
    }

    private String act(String part, Map<String, String> sent) {
        var answer = forms.act(
                part,
                LINK,
                sent,
                new MockHttpServletRequest(),
                post -> away.open(LINK, "").state().reference());
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
        return String.valueOf(answer.getBody());
    }
}
