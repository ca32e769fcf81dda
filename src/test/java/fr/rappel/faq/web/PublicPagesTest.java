package fr.rappel.faq.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.rappel.faq.Faq;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser or a search engine gets, through the real security filters. */
@DatabaseTest
@AutoConfigureMockMvc
class PublicPagesTest {

    private static final Pattern DATA = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestClock clock;

    @Autowired
    private Faq faq;

    @BeforeEach
    void tuesdayMorning() {
        clock.set(TestClock.OPEN_TUESDAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=facture",
                "/recherche?q=facture",
                "/faq/envoyer-une-facture",
                "/mentions-legales",
                "/donnees-personnelles",
                "/accessibilite",
                "/plan-du-site",
                "/sitemap.xml",
                "/robots.txt"
            })
    void leavesNothingInTheBrowserAndRunsOnlyOurScript(String address) {
        var answer = mvc.perform(get(address).secure(true));
        assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(answer.getResponse().getHeaders("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void showsTheQuestionsByThemeAndTheLine() {
        var page = text("/");
        assertThat(faq.themes()).hasSize(4);
        for (var theme : faq.themes()) {
            assertThat(page).contains(">" + theme.label() + "</h2>");
            theme.entries().forEach(entry -> assertThat(page).contains("href=\"/faq/" + entry.slug() + '"'));
        }
        assertThat(page)
                .contains("01 88 13 10 00", "tel:+33188131000", "appel non surtaxé", "href=\"/rappel\"")
                .contains("Du lundi au jeudi", "Suivre l’avancement d’une demande");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-03T10:00|Ouvert, jusqu’à 12 h 30",
                "2026-03-03T12:30|Fermé, ouvre à 13 h 30",
                "2026-03-06T16:30|Fermé, ouvre lundi à 9 h",
                "2026-03-06T23:59|Fermé, ouvre lundi à 9 h",
                "2026-03-08T00:00|Fermé, ouvre demain à 9 h",
                "2026-04-06T10:00|Fermé (Lundi de Pâques), ouvre demain à 9 h",
            })
    void saysWhetherTheLineIsOpen(String paris, String state) {
        clock.setParis(paris);
        assertThat(text("/").replace('\u00a0', ' ')).contains(">" + state + "<");
        assertThat(text("/faq/creer-mon-compte").replace('\u00a0', ' ')).contains(">" + state + "<");
    }

    @Test
    void announcesUnusualHours() {
        assertThat(text("/")).doesNotContain("Prochainement");
        clock.setParis("2026-03-27T10:00");
        assertThat(text("/").replace('\u00a0', ' '))
                .contains("Prochainement", "lundi 6 avril : fermé (Lundi de Pâques)");
    }

    @Test
    void saysThatNothingHasChangedUntilSomethingHas() {
        var first = mvc.perform(get("/"));
        var etag = first.getResponse().getHeader("ETag");
        assertThat(etag).startsWith("W/\"");
        assertThat(mvc.perform(get("/").header("If-None-Match", etag)))
                .hasStatus(304)
                .body()
                .isEmpty();
        clock.setParis("2026-03-03T12:30");
        assertThat(mvc.perform(get("/").header("If-None-Match", etag))).hasStatusOk();
    }

    @Test
    void answersHeadRequests() {
        assertThat(mvc.perform(head("/"))).hasStatusOk().containsHeader("ETag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=facture", "/?q=xyzzy", "/faq/creer-mon-compte", "/accessibilite"})
    void isFrenchWhateverTheBrowserPrefers(String address) {
        var english = mvc.perform(get(address).locale(Locale.ENGLISH).header("Accept-Language", "en"));
        assertThat(english).hasStatusOk().bodyText().isEqualTo(text(address)).contains("lang=\"fr\"", "Ouvert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/faq/inconnu", "/faq/", "/faq/a/b", "/faq/%3Cscript%3E", "/inconnu", "/styles/none.css"})
    void knowsNothingElse(String address) {
        assertThat(mvc.perform(get(java.net.URI.create(address)))).hasStatus(404);
        assertThat(mvc.perform(post(java.net.URI.create(address)))).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"404, Cette page n’existe pas", "400, Nous n’avons pas pu répondre"})
    void explainsErrorsInFrench(int status, String heading) {
        var page = mvc.perform(
                get("/error").locale(Locale.ENGLISH).accept("text/html").with(request -> error(request, status)));
        assertThat(page).hasStatus(status).bodyText().contains(heading, "href=\"/rappel\"", "lang=\"fr\"");
    }

    @Test
    void explainsFaultsOfOursWithoutDetails() {
        var page = mvc.perform(get("/error").accept("text/html").with(request -> error(request, 500)));
        assertThat(page)
                .hasStatus(500)
                .bodyText()
                .contains("momentanément indisponible")
                .doesNotContain("secret");
    }

    @Test
    void tellsSearchEnginesTheTenQuestionsAndTheHours() throws UnsupportedEncodingException {
        var graph = data("/").get("@graph");
        var questions = graph.get(0);
        assertThat(questions.get("@type").asString()).isEqualTo("FAQPage");
        assertThat(questions.get("mainEntity")).hasSize(10).allSatisfy(question -> {
            assertThat(question.get("@type").asString()).isEqualTo("Question");
            assertThat(question.at("/acceptedAnswer/text").asString()).isNotBlank();
        });
        var point = graph.get(1).get("contactPoint");
        assertThat(point.get("telephone").asString()).isEqualTo("+33188131000");
        assertThat(point.get("hoursAvailable")).hasSize(10);
        assertThat(point.at("/hoursAvailable/9/dayOfWeek").asString()).isEqualTo("https://schema.org/Friday");
        assertThat(point.at("/hoursAvailable/9/closes").asString()).isEqualTo("16:30");
        assertThat(data("/faq/transmettre-un-rib").get("mainEntity")).hasSize(1);
    }

    @Test
    void filesAreKeptForGoodUnderTheVersionedNamesThatPagesUse() {
        var named = Pattern.compile("\"(/(?:styles|scripts)/[^\"]+)\"").matcher(text("/"));
        var files = named.results().map(found -> found.group(1)).toList();
        assertThat(files)
                .hasSize(3)
                .allSatisfy(file -> assertThat(mvc.perform(get(file)))
                        .hasStatusOk()
                        .doesNotContainHeader("Set-Cookie")
                        .hasHeader("Cache-Control", "max-age=31536000, public, immutable"));
        assertThat(mvc.perform(get("/styles/tokens.css"))).hasStatusOk().hasHeader("Cache-Control", "no-cache");
    }

    @Test
    void mapsTheSite() {
        var map = text("/sitemap.xml");
        var paths =
                faq.themes().stream().flatMap(theme -> theme.entries().stream()).map(entry -> "/faq/" + entry.slug());
        assertThat(paths).hasSize(10).allSatisfy(path -> assertThat(map).contains(path + "</loc><lastmod>"));
        assertThat(map).contains("/mentions-legales<", "/donnees-personnelles<", "/accessibilite<", "/rappel<");
        assertThat(text("/robots.txt")).contains("/sitemap.xml");
    }

    private MockHttpServletRequest error(MockHttpServletRequest request, int status) {
        request.setDispatcherType(DispatcherType.ERROR);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere");
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret"));
        return request;
    }

    private JsonNode data(String address) {
        var found = DATA.matcher(text(address));
        assertThat(found.find()).isTrue();
        return JsonMapper.shared().readTree(found.group(1));
    }

    private String text(String address) {
        MvcTestResult answer = mvc.perform(get(address));
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
