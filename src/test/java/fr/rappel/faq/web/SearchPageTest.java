package fr.rappel.faq.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.rappel.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Searching with and without the script: the same results, never an empty answer, nothing typed comes back as code. */
@DatabaseTest
@AutoConfigureMockMvc
class SearchPageTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void showsTheSameResultsAsPageAndAsFragment() {
        assertThat(search("/", "facture"))
                .bodyText()
                .contains("pour «\u00a0facture\u00a0»", "/faq/envoyer-une-facture", "<html");
        assertThat(search("/recherche", "facture"))
                .bodyText()
                .contains("pour «\u00a0facture\u00a0»", "/faq/envoyer-une-facture")
                .doesNotContain("<html", "<body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzy", "piscine", "le la les", "%%%", "<script>alert(1)</script>", "🤷‍♀️"})
    void neverAnswersWithNothing(String query) {
        assertThat(search("/recherche", query))
                .hasStatusOk()
                .bodyText()
                .contains("Aucune réponse pour", "href=\"/#compte\"", "01 88 13 10 00", "href=\"/rappel\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000", "\u200b"})
    void showsAllQuestionsWhenNothingIsAsked(String query) {
        assertThat(search("/recherche", query))
                .bodyText()
                .contains("/faq/creer-mon-compte")
                .doesNotContain("Aucune réponse");
        assertThat(search("/", query))
                .bodyText()
                .contains("/faq/creer-mon-compte")
                .doesNotContain("Aucune réponse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/recherche"})
    void whatIsTypedStaysText(String path) {
        for (var query : new String[] {
            "\"><script>alert(1)</script>", "${1234*1234}", "[[${1234*1234}]]", "__${1234*1234}__", "' onfocus='x"
        }) {
            assertThat(search(path, query))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("<script>alert", "1522756", "\"><script", "' onfocus");
        }
    }

    @Test
    void longTextsAreCut() {
        var answer = search("/", "facture " + "é".repeat(50_000));
        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("/faq/envoyer-une-facture")
                .hasSizeLessThan(20_000);
    }

    @Test
    void isNeitherIndexedNorStored() {
        assertThat(search("/", "facture"))
                .hasHeader("X-Robots-Tag", "noindex")
                .doesNotContainHeader("ETag")
                .bodyText()
                .doesNotContain("rel=\"canonical\"");
    }

    private MvcTestResult search(String path, String query) {
        return mvc.perform(get(path).param("q", query));
    }
}
