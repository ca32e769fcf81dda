package fr.rappel.followup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fr.rappel.followup.FollowUpLinks;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.PlainBrowser;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page behind the link, through the real security filters. It is Tuesday, 10:00 in Paris. */
@DatabaseTest
@AutoConfigureMockMvc
class FollowUpPageTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private FollowUpLinks links;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private PlainBrowser browser;
    private String reference;
    private String page;

    @BeforeEach
    void oneRequest() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        browser = new PlainBrowser(mvc);
        reference = data.waiting(clock.instant());
        page = links.pathOf(reference);
    }

    @Test
    void leavesNothingInTheBrowserAndTellsNobodyWhereItWas() {
        var answer = browser.get(page);
        assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(answer.getRequest().getSession(false)).isNull();
        var response = answer.getResponse();
        assertThat(response.getHeaders("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(response.getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(response.getHeaders("X-Robots-Tag")).containsExactly("noindex");
        assertThat(response.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(PlainBrowser.text(answer)).contains("<meta name=\"robots\" content=\"noindex\">", "lang=\"fr\"");
    }

    @Test
    void saysWhereItStandsAndNothingThatAStrangerShouldRead() {
        assertThat(browser.read(page))
                .contains(">En attente<", "Un conseiller vous rappelle au plus tard demain à 10 h.")
                .contains(reference.substring(0, 4) + " " + reference.substring(4))
                .contains("numéro finissant par 78", "e…@exemple.fr", "01 88 13 10 00", "Du lundi au jeudi")
                .doesNotContain("Élodie", "Étienne", "elodie@", "612345678", "06 12", "Je voudrais parler", "552 081");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESOLVED|Nous vous avons répondu aujourd’hui à 10 h.",
                "WRONG_NUMBER|n’est pas le vôtre",
                "UNREACHABLE|Nous n’avons pas réussi à vous joindre",
                "OUT_OF_SCOPE|ne peut pas répondre à votre demande",
                "DUPLICATE|Vous avez une autre demande",
                "SPAM|Votre demande est close",
                "CANCELLED|Vous avez annulé votre demande",
                "SOLVED|votre problème est résolu",
            })
    void saysHowItEnded(String outcome, String sentence) {
        page = closed(outcome);
        assertThat(browser.read(page))
                .contains(sentence, "Votre avis", "Votre problème n’est pas réglé ?")
                .doesNotContain("Annuler ma demande", "Corriger mon adresse");
    }

    @Test
    void saysThatItIsLateOrInHand() {
        clock.advance(Duration.ofDays(7));
        assertThat(browser.read(page)).contains("Nous avons pris du retard");
        jdbc.sql("update callback_request set status = 'TAKEN', taken_by = 'amelie'")
                .update();
        assertThat(browser.read(page)).contains(">En cours<", "Un conseiller s’occupe de votre demande");
    }

    @Test
    void everyLinkThatDoesNotWorkHasTheSameAnswer() {
        String token = page.substring("/suivi/".length());
        String expired = closed("RESOLVED");
        jdbc.sql("update callback_request set closed_at = :then where reference <> :open")
                .param("then", clock.instant().minus(Duration.ofDays(61)).atOffset(java.time.ZoneOffset.UTC))
                .param("open", reference)
                .update();
        String other = data.waiting(clock.instant());
        String revoked = links.pathOf(other);
        Person.agent("amelie").does(() -> links.revoke(other));
        List<String> wrong = List.of(
                "/suivi/" + token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"),
                expired,
                revoked,
                "/suivi/" + other + token.substring(8),
                "/suivi/AAAAAAAA-1-" + token.substring(11),
                "/suivi/x",
                "/suivi/" + token + "/inconnu",
                "/suivi",
                "/suivi/");
        String first = PlainBrowser.text(browser.get(wrong.getFirst()));
        assertThat(first).contains("Ce lien ne fonctionne pas, ou plus", "01 88 13 10 00", "Du lundi au jeudi");
        assertThat(wrong).allSatisfy(address -> {
            var answer = browser.get(address);
            assertThat(answer).as(address).hasStatus(404).doesNotContainHeader("Set-Cookie");
            assertThat(PlainBrowser.text(answer)).as(address).isEqualTo(first);
            assertThat(answer.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        });
        assertThat(browser.post(wrong.getFirst() + "/message", "text", "Bonjour"))
                .hasStatus(404);
    }

    @Test
    void guessingInSequenceEndsAfterTwenty() {
        String token = page.substring("/suivi/".length(), page.length() - 3);
        var answers = IntStream.range(0, 25)
                .mapToObj(i -> browser.get("/suivi/" + token + "%03d".formatted(i)))
                .map(answer -> answer.getResponse().getStatus())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertThat(answers).isEqualTo(Map.of(404, 20L, 429, 5L));
        assertThat(browser.get(page)).hasStatus(429).containsHeader("Retry-After");
        assertThat(new PlainBrowser(mvc).get(page)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "telephone|phone|06 12 34 56 79|Votre numéro est corrigé.",
                "message|text|Une précision.|Votre message est ajouté",
                "indisponible|firstDay|2026-03-10|nous ne vous appellerons pas",
            })
    void doesWhatAFormAsksForAndLeadsBack(String form, String field, String value, String said) {
        var answer = browser.send(page, page + "/" + form, field, value, "part", "MORNING");
        assertThat(PlainBrowser.location(answer)).isEqualTo(page + "?fait=" + form);
        assertThat(browser.read(page + "?fait=" + form)).contains(said);
        assertThat(data.count("callback_fact")).isEqualTo(1);
    }

    @Test
    void showsAndWithdrawsWhenNotToCall() {
        browser.send(
                page, page + "/indisponible", "firstDay", "10/03/2026", "lastDay", "2026-03-12", "part", "MORNING");
        assertThat(browser.read(page)).contains("du mardi 10 mars au jeudi 12 mars, le matin");
        String id = jdbc.sql("select id from callback_unavailability")
                .query(String.class)
                .single();
        browser.send(page, page + "/disponible", "id", id);
        assertThat(data.count("callback_unavailability")).isZero();
    }

    @Test
    void correctingTheAddressLeadsToANewLink() {
        var answer = browser.send(page, page + "/email", "email", "zoe@exemple.fr");
        String renewed = PlainBrowser.location(answer);
        assertThat(renewed).doesNotContain(page);
        assertThat(browser.read(renewed)).contains("z…@exemple.fr", "gardez la nouvelle");
        assertThat(browser.get(page)).hasStatus(404);
    }

    @Test
    void asksBeforeItCloses() {
        assertThat(browser.read(page + "/annuler")).contains("Annuler votre demande ?", "Oui, annuler ma demande");
        assertThat(browser.read(page + "/resolu")).contains("Oui, mon problème est résolu");
        assertThat(data.column(reference, "status")).isEqualTo("WAITING");
        var answer = browser.send(page + "/annuler", page + "/annuler");
        assertThat(browser.read(PlainBrowser.location(answer))).contains("Votre demande est annulée.");
        assertThat(data.column(reference, "outcome")).isEqualTo("CANCELLED");
        assertThat(PlainBrowser.location(browser.get(page + "/annuler"))).isEqualTo(page);
    }

    @Test
    void takesAnOpinionOnce() {
        page = closed("RESOLVED");
        assertThat(browser.send(page, page + "/avis", "comment", "Sans note")).hasStatus(422);
        PlainBrowser.location(browser.send(page, page + "/avis", "score", "4", "comment", "Clair."));
        assertThat(browser.read(page)).contains("Vous avez donné 4 sur 5", "Clair.", "Corriger mon avis");
    }

    @Test
    void anOpinionThatIsBeingTypedIsKeptUntilItWasSent() {
        page = closed("RESOLVED");
        String name = "avis-"
                + jdbc.sql("select reference from callback_request where status = 'CLOSED'")
                        .query(String.class)
                        .single();
        assertThat(browser.read(page)).contains("data-draft=\"" + name + "\"");
        assertThat(browser.read(page + "?fait=avis")).contains("data-draft-sent=\"" + name + "\"");
    }

    @Test
    void tooManyFormsLoseNothingOfWhatWasTyped() {
        String token = browser.token(page);
        MvcTestResult answer;
        do {
            answer = browser.post(page + "/message", "text", "Ce que j’ai <b>écrit</b>", "jeton", token, "autre", "x");
        } while (answer.getResponse().getStatus() == 303);
        assertThat(answer).hasStatus(429).containsHeader("Retry-After");
        assertThat(PlainBrowser.text(answer))
                .contains("action=\"" + page + "/message\"", ">Ce que j’ai &lt;b&gt;écrit&lt;/b&gt;</textarea>")
                .contains("name=\"jeton\" value=\"" + token + "\"")
                .doesNotContain("autre");
    }

    @Test
    void aFormSentTwiceActsOnce() {
        String token = browser.token(page);
        browser.post(page + "/message", "text", "Une précision.", "jeton", token);
        PlainBrowser.location(browser.post(page + "/message", "text", "Une précision.", "jeton", token));
        assertThat(data.count("callback_fact")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"telephone", "email", "message", "indisponible", "disponible", "avis", "documents"})
    void theAddressOfAFormLeadsBackToThePage(String form) {
        for (int i = 0; i < 21; i++) {
            assertThat(PlainBrowser.location(browser.get(page + "/" + form))).isEqualTo(page);
        }
        assertThat(browser.get(page)).hasStatusOk();
        assertThat(browser.get(page + "x/" + form)).hasStatus(404);
        assertThat(browser.get(page + "/" + form + "/x")).hasStatus(404);
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        var answer = browser.send(page, page + "/telephone", "phone", "0892 70 12 39");
        assertThat(answer).hasStatus(422);
        assertThat(PlainBrowser.text(answer))
                .contains("Rien n’est encore enregistré", "href=\"#phone\"", "surtaxé", "value=\"0892 70 12 39\"")
                .contains("<details class=\"fold\" open=\"open\">", "aria-invalid=\"true\"");
        assertThat(PlainBrowser.text(
                        browser.send(page, page + "/indisponible", "firstDay", "30/02/2026", "part", "MORNING")))
                .contains("Cette date ne peut pas être lue", "value=\"30/02/2026\"");
    }

    @Test
    void speaksFrenchWhateverTheBrowserPrefers() {
        var english = mvc.perform(request(HttpMethod.POST, page + "/email")
                .header("Accept-Language", "en")
                .param("email", "non")
                .param("jeton", browser.token(page)));
        assertThat(PlainBrowser.text(english)).contains("Cette adresse n’a pas la forme attendue");
    }

    @Test
    void takesNoFormOfAnotherPageOrTime() {
        String other = links.pathOf(data.waiting(clock.instant()));
        String foreign = browser.token(other);
        String mine = browser.token(page);
        clock.advance(Duration.ofHours(24));
        for (String token : new String[] {
            "", "x", foreign, mine, new StringBuilder(mine).reverse().toString()
        }) {
            var answer = browser.post(page + "/message", "text", "Ce que j’ai écrit", "jeton", token);
            assertThat(answer).hasStatus(422);
            assertThat(PlainBrowser.text(answer)).contains("ouverte depuis trop longtemps", "Ce que j’ai écrit");
        }
        assertThat(data.count("callback_fact")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, http://localhost.evil.example"
    })
    void takesNoFormOfSomebodyElsesPage(String header, String value) {
        var answer = mvc.perform(request(HttpMethod.POST, page + "/message")
                .header(header, value)
                .param("text", "Bonjour")
                .param("jeton", browser.token(page)));
        assertThat(answer).hasStatus(403);
        assertThat(data.count("callback_fact")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
                "</textarea><svg onload=alert(1)>",
                "${7*7} #{T(java.lang.Runtime)} {{7*7}} [[${state}]] __${state}__",
                "'; DROP TABLE callback_fact;--",
                "a\0b\u202Ec"
            })
    void textStaysText(String hostile) {
        for (String form : List.of("telephone", "email", "message", "indisponible", "avis")) {
            var answer = browser.send(
                    page,
                    page + "/" + form,
                    "phone",
                    hostile,
                    "email",
                    hostile,
                    "text",
                    hostile,
                    "firstDay",
                    hostile,
                    "lastDay",
                    hostile,
                    "part",
                    hostile,
                    "score",
                    hostile,
                    "comment",
                    hostile,
                    "id",
                    hostile);
            assertThat(answer.getResponse().getStatus()).as(form).isIn(303, 409, 422);
            isHarmless(answer, hostile);
        }
        isHarmless(browser.get(page), hostile);
        isHarmless(mvc.get().uri(page).param("fait", hostile).exchange(), hostile);
    }

    @Test
    void takesOtherMethodsFromNobody() {
        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH)) {
            assertThat(mvc.perform(request(method, page)).getResponse().getStatus())
                    .isIn(403, 404, 405);
        }
        assertThat(browser.post(page, "text", "x")).hasStatus(404);
    }

    private static void isHarmless(MvcTestResult answer, String hostile) {
        assertThat(PlainBrowser.text(answer))
                .doesNotContain("<script>alert", "<img src=x", "<svg onload", "\">'", ">49<");
    }

    private String closed(String outcome) {
        return links.pathOf(data.request(
                clock.instant(), Map.of("status", "CLOSED", "outcome", outcome, "closed_at", clock.instant())));
    }
}
