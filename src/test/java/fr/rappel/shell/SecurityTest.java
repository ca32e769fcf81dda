package fr.rappel.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The three doors: what each lets through, and what every answer carries. */
@DatabaseTest
@AutoConfigureMockMvc
class SecurityTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void oneAgent() {
        data.clear();
        clock.advance(java.time.Duration.ofHours(1));
        data.account(Person.agent("amelie"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/",
                "/console/tableau",
                "/console/demandes/AAAAAAAA",
                "/console/inconnu",
                "/console;x=1",
                "/%63onsole",
                "/rappel/../console"
            })
    void sendsStrangersToTheLogInOrNowhere(String path) {
        var answer = get(path);
        int status = answer.getResponse().getStatus();
        assertThat(status).isIn(302, 400, 404);
        if (status == 302) {
            assertThat(answer.getResponse().getRedirectedUrl()).endsWith("/connexion");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/inconnu", "/console/calendrier/inconnu", "/console/fichiers/../inconnu"})
    void tellsAnAgentThatAPageIsNotThere(String path) {
        var answer = mvc.get()
                .uri(URI.create("http://localhost" + path))
                .with(user("amelie").roles("AGENT"))
                .exchange();
        assertThat(answer.getResponse().getStatus()).isIn(400, 404);
    }

    @Test
    void sendsAStrangerFromTheConsoleToTheLogIn() {
        assertThat(get("/console")).hasStatus(302);
        assertThat(get("/console").getResponse().getRedirectedUrl()).endsWith("/connexion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inconnu",
                "/admin",
                "/h2-console",
                "/error",
                "/login",
                "/logout",
                "/swagger-ui.html",
                "/v3/api-docs",
                "/.env",
                "/WEB-INF/web.xml",
                "/META-INF/resources/styles/tokens.css"
            })
    void servesNothingElse(String path) {
        var answer = get(path);
        assertThat(answer).hasStatus(404).doesNotContainHeader("Set-Cookie");
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/faq/envoyer-une-facture", "/api/v1/faq", "/inconnu"})
    void sendsTheHeadersThatProtectReaders(String path) {
        var response = mvc.get().uri(path).secure(true).exchange().getResponse();
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(response.getHeader("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(response.getHeader("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(response.getHeader("Server")).isNull();
        assertThat(response.getHeader("X-Powered-By")).isNull();
    }

    @Test
    void acceptsNoPostOnPlainPages() {
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.TRACE)) {
            assertThat(mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                                    method, "/"))
                            .getResponse()
                            .getStatus())
                    .isIn(400, 403, 404, 405);
        }
    }

    @Test
    void refusesInTheSameWayWhateverWasWrong() {
        var wrong = logIn("amelie", "mauvais-mot-de-passe", new MockHttpSession());
        var unknown = logIn("personne", TestData.PASSWORD, new MockHttpSession());
        assertThat(wrong).hasStatus(302);
        assertThat(wrong.getResponse().getRedirectedUrl()).contains("/connexion?error");
        assertThat(unknown.getResponse().getRedirectedUrl())
                .isEqualTo(wrong.getResponse().getRedirectedUrl());
    }

    @Test
    void followsNoForeignAddressAfterLogIn() {
        for (String next : List.of("//evil.example", "https://evil.example", "/\\evil.example")) {
            var answer = mvc.post()
                    .uri("/connexion")
                    .param("username", "amelie")
                    .param("password", TestData.PASSWORD)
                    .param("next", next)
                    .param("redirect", next)
                    .with(csrf())
                    .exchange();
            assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/console");
        }
    }

    /** As after a restart: the screen brings a session that nobody knows any more. */
    @Test
    void leadsAScreenWhoseSessionIsGoneBackToTheWall() {
        data.account(Person.supervisor("claire"));
        MockHttpSession session = new MockHttpSession();
        var wall = mvc.get().uri("/console/mur").session(session).exchange();
        assertThat(wall.getResponse().getRedirectedUrl()).endsWith("/connexion");
        var answer = logIn("claire", TestData.PASSWORD, session);
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("http://localhost/console/mur?continue");
    }

    @Test
    void opensNoApiToASessionsPassword() {
        var answer = mvc.get()
                .uri("/console")
                .header("Authorization", "Basic YW1lbGllOm1vdC1kZS1wYXNzZS1kZS10ZXN0")
                .exchange();
        assertThat(answer).as("HTTP Basic opens the API only").hasStatus(302);
    }

    @Test
    void showsHealthWithoutDetails() {
        assertThat(get("/actuator/health")).hasStatus(200).bodyText().doesNotContain("database", "diskSpace", "H2");
        for (String secret : List.of("/actuator/env", "/actuator/beans", "/actuator/heapdump")) {
            assertThat(get(secret).getResponse().getStatus()).isIn(401, 404);
        }
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(URI.create("http://localhost" + path)).exchange();
    }

    private MvcTestResult logIn(String name, String password, MockHttpSession session) {
        return mvc.post()
                .uri("/connexion")
                .param("username", name)
                .param("password", password)
                .session(session)
                .with(csrf())
                .exchange();
    }
}
