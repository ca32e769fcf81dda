package fr.rappel.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
@AutoConfigureMockMvc
@TestPropertySource(properties = "rappel.import.max-size=200KB")
class ImportApiTest {

    private static final String HEADER = "email;personne;profil;administrateur;statut\n";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestData data;

    private ApiClient api;

    @BeforeEach
    void people() {
        data.clear();
        data.account(Person.agent("amelie"));
        data.account(Person.supervisor("claire"));
        data.account(Person.admin("david"));
        api = new ApiClient(mvc);
    }

    @Test
    void acceptsAFileBeyondTheLimitOfOtherBodiesAndTellsWhereToFollowIt() {
        String lines = "zoe@exemple.fr;Zoé;OF;non;ACTIF\n".repeat(3000);
        var answer = send("accounts", "text/csv", HEADER + lines, Person.admin("david"));
        assertThat(answer).hasStatus(202);
        String address = answer.getResponse().getHeader(HttpHeaders.LOCATION);
        assertThat(address).matches("/api/v1/imports/\\d+");

        var run = ApiClient.body(api.get(address, Person.admin("david")));
        assertThat(run.get("status").asString()).isEqualTo("WAITING");
        assertThat(run.get("kind").asString()).isEqualTo("ACCOUNTS");
        assertThat(run.get("startedBy").asString()).isEqualTo("david");
        var report = api.get(address + "/report", Person.admin("david"));
        assertThat(report).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(report.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment; filename=");
    }

    @ParameterizedTest
    @CsvSource({"amelie, AGENT", "claire, SUPERVISOR"})
    void isForAdministrators(String name, String role) {
        var person = role.equals("AGENT") ? Person.agent(name) : Person.supervisor(name);
        assertThat(send("accounts", "text/csv", HEADER, person)).hasStatus(403);
        assertThat(api.get("/api/v1/imports", person)).hasStatus(403);
        assertThat(api.get("/api/v1/imports/1", person)).hasStatus(403);
        assertThat(api.get("/api/v1/imports/1/report", person)).hasStatus(403);
        assertThat(send("accounts", "text/csv", HEADER, null)).hasStatus(401);
    }

    @Test
    void refusesWhatIsTooLargeOfNoKindOrOfAnotherType() {
        var admin = Person.admin("david");
        assertThat(send("accounts", "text/csv", "x".repeat(201 * 1024), admin)).hasStatus(413);
        assertThat(send("people", "text/csv", HEADER, admin)).hasStatus(404);
        assertThat(send("accounts", "application/zip", HEADER, admin)).hasStatus(415);
        assertThat(api.get("/api/v1/imports/987654", admin)).hasStatus(404);
        assertThat(api.get("/api/v1/imports/987654/report", admin)).hasStatus(404);
        assertThat(api.get("/api/v1/imports/x", admin)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip"})
    void refusesACompressedBodyAndKeepsNothingOfIt(String encoding) throws IOException {
        var admin = Person.admin("david");
        var body = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(body)) {
            gzip.write(HEADER.getBytes(StandardCharsets.UTF_8));
        }
        var before = ApiClient.body(api.get("/api/v1/imports", admin));
        var answer = mvc.post()
                .uri("/api/v1/imports/accounts")
                .contentType("text/csv")
                .header(HttpHeaders.CONTENT_ENCODING, encoding)
                .header(HttpHeaders.AUTHORIZATION, ApiClient.basic(admin, TestData.PASSWORD))
                .content(body.toByteArray())
                .exchange();
        assertThat(answer)
                .hasStatus(415)
                .hasHeader(HttpHeaders.ACCEPT_ENCODING, "identity")
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(ApiClient.body(answer).get("detail").asString()).contains("Content-Encoding");
        assertThat(ApiClient.body(api.get("/api/v1/imports", admin))).isEqualTo(before);
    }

    @Test
    void acceptsABodyThatSaysItIsNotCompressed() {
        var answer = mvc.post()
                .uri("/api/v1/imports/accounts")
                .contentType("text/csv")
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .header(HttpHeaders.AUTHORIZATION, ApiClient.basic(Person.admin("david"), TestData.PASSWORD))
                .content(HEADER)
                .exchange();
        assertThat(answer).hasStatus(202);
    }

    private MvcTestResult send(String kind, String type, String body, Person person) {
        var request = mvc.post()
                .uri("/api/v1/imports/" + kind)
                .contentType(type)
                .content(body.getBytes(StandardCharsets.UTF_8));
        return (person == null
                        ? request
                        : request.header(HttpHeaders.AUTHORIZATION, ApiClient.basic(person, TestData.PASSWORD)))
                .exchange();
    }
}
