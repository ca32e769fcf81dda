package fr.rappel.callback.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.PlainBrowser;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The form as an ordinary page, through the real security filters. */
@DatabaseTest
@AutoConfigureMockMvc
class SimpleFormTest {

    private static final String PATH = "/rappel/simple";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private PlainBrowser browser;

    @BeforeEach
    void tuesdayMorning() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        browser = new PlainBrowser(mvc);
    }

    @Test
    void leavesNothingInTheBrowser() {
        var answer = browser.get(PATH);
        assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(PlainBrowser.text(answer)).contains("Île-de-France", "Propreté et services associés", "lang=\"fr\"");
    }

    @Test
    void storesTheRequestAndLeadsToItsPage() {
        String page = PlainBrowser.location(send(valid()));
        assertThat(page).startsWith("/suivi/").endsWith("?fait=recu");
        assertThat(browser.read(page))
                .contains("Votre demande est enregistrée", "au plus tard demain à 11 h", "data-draft-sent=\"rappel\"");
        Map<String, Object> stored =
                jdbc.sql("select * from callback_request").query().singleRow();
        assertThat(stored)
                .containsEntry("status", "WAITING")
                .containsEntry("channel", "FORM")
                .containsEntry("phone", "+33612345678")
                .containsEntry("last_name", "Étienne");
    }

    @Test
    void theSameFormIsStoredOnce() {
        var fields = valid();
        fields.put("jeton", browser.token(PATH));
        clock.advance(Duration.ofSeconds(30));
        String first = PlainBrowser.location(post(fields));
        assertThat(PlainBrowser.location(post(fields))).isEqualTo(first);
        assertThat(data.count("callback_request")).isEqualTo(1);
        fields.put("message", "Une tout autre question, posée depuis la même page.");
        var edited = post(fields);
        assertThat(edited).hasStatus(409);
        assertThat(PlainBrowser.text(edited)).contains("déjà été envoyée depuis cette page", "Une tout autre question");
        fields.put("jeton", PlainBrowser.tokenIn(edited));
        clock.advance(Duration.ofSeconds(30));
        assertThat(PlainBrowser.location(post(fields))).isNotEqualTo(first);
    }

    @Test
    void saysAtTheFieldsAndInASummaryWhatIsWrongAndLosesNothing() {
        var fields = valid();
        fields.put("siret", "552 081 317 66523");
        fields.put("phone", "0892 70 12 39");
        fields.remove("consent");
        var answer = send(fields);
        assertThat(answer).hasStatus(422);
        assertThat(PlainBrowser.text(answer))
                .contains("3 champs sont à corriger", "href=\"#siret\"", "href=\"#phone\"", "href=\"#consent\"")
                .contains("SIRET : ", "Téléphone : ", "id=\"siret-erreur\"", "aria-invalid=\"true\"")
                .contains("value=\"552 081 317 66523\"", "value=\"0892 70 12 39\"", ">" + fields.get("message") + "<")
                .containsPattern("<option value=\"11\" selected=\"selected\">")
                .containsPattern("value=\"UNDER_11\" checked=\"checked\"")
                .contains("<title>Erreur");
        assertThat(data.count("callback_request")).isZero();
    }

    @Test
    void refusesAnEmptyFormFieldByField() {
        assertThat(PlainBrowser.text(send(new LinkedHashMap<>()))).contains("11 champs sont à corriger");
    }

    @ParameterizedTest
    @CsvSource({"PT2.9S, '', REVIEW", "PT3S, '', WAITING", "PT60S, http://spam.example, REVIEW"})
    void setsAsideWhatLooksLikeARobot(Duration fillTime, String trap, String status) {
        var fields = valid();
        fields.put("jeton", browser.token(PATH));
        fields.put("website", trap);
        clock.advance(fillTime);
        assertThat(browser.read(PlainBrowser.location(post(fields)))).contains(">En attente<");
        assertThat(jdbc.sql("select status from callback_request")
                        .query(String.class)
                        .single())
                .isEqualTo(status);
    }

    @Test
    void aPageOpenForADayIsSentAgainWithEverythingTyped() {
        var fields = valid();
        fields.put("jeton", browser.token(PATH));
        clock.advance(Duration.ofHours(24));
        var answer = post(fields);
        assertThat(answer).hasStatus(422);
        assertThat(PlainBrowser.text(answer)).contains("ouverte depuis trop longtemps", fields.get("message"));
        fields.put("jeton", PlainBrowser.tokenIn(answer));
        clock.advance(Duration.ofSeconds(10));
        PlainBrowser.location(post(fields));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void takesNoFormOfSomebodyElsesPage(String site) {
        var answer = mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(PATH)
                .header("Sec-Fetch-Site", site)
                .param("jeton", browser.token(PATH)));
        assertThat(answer).hasStatus(403);
    }

    @Test
    void theTwentyFirstOfAnAddressIsRefusedWithEverythingTyped() {
        for (int i = 0; i < 20; i++) {
            PlainBrowser.location(send(valid()));
        }
        var answer = send(valid());
        assertThat(answer).hasStatus(429);
        assertThat(PlainBrowser.text(answer)).contains("Trop de demandes", valid().get("message"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
                "</textarea><svg onload=alert(1)>",
                "${7*7} #{T(java.lang.Runtime)} {{7*7}} [[${token}]] __${token}__",
                "a\0b\u202Ec"
            })
    void textStaysText(String hostile) {
        for (String name : valid().keySet()) {
            var fields = valid();
            fields.put(name, hostile);
            fields.put("notice", hostile);
            var answer = send(fields);
            assertThat(answer.getResponse().getStatus()).as(name).isIn(303, 422, 429);
            assertThat(PlainBrowser.text(answer))
                    .as(name)
                    .doesNotContain("<script>alert", "<img src=x", "<svg onload", ">49<");
        }
    }

    @Test
    void speaksFrenchWhateverTheBrowserPrefers() {
        var english = mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(PATH)
                .header("Accept-Language", "en")
                .param("jeton", browser.token(PATH)));
        assertThat(PlainBrowser.text(english)).contains("Ce champ est obligatoire");
    }

    private MvcTestResult send(Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("jeton", browser.token(PATH));
        clock.advance(Duration.ofSeconds(30));
        return post(all);
    }

    private MvcTestResult post(Map<String, String> fields) {
        return browser.post(
                PATH,
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private static Map<String, String> valid() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("firstName", "Élodie");
        fields.put("lastName", "Étienne");
        fields.put("email", "elodie@exemple.fr");
        fields.put("phone", "06 12 34 56 78");
        fields.put("siret", "552 081 317 66522");
        fields.put("companySize", "UNDER_11");
        fields.put("region", "11");
        fields.put("sector", "HCR");
        fields.put("topic", "DEPOT_DEMANDE");
        fields.put("message", "Je n’arrive pas à déposer le contrat de notre serveur.");
        fields.put("consent", "oui");
        return fields;
    }
}
