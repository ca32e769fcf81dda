package fr.rappel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a real server shows: connections, sessions, and addresses that no page of ours answers. */
@DatabaseTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
class ServedApplicationTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private TestData data;

    @LocalServerPort
    private int port;

    @BeforeEach
    void oneAgent() {
        data.clear();
        data.account(Person.agent("amelie"));
    }

    @Test
    void putsNoSessionIntoAnAddress() throws Exception {
        assertThat(send(get("/rappel;RAPPEL=abc")).statusCode()).isIn(400, 404);
        assertThat(send(get("/")).body()).doesNotContain(";RAPPEL", ";jsessionid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/unknown", "/api/v1/reference/users", "/api/v1/callback-requests/AAAAAAAA/x"})
    void answersWithAProblemToWhatTheApiDoesNotHave(String path) throws Exception {
        var answer = send(get(path).header("Authorization", basic()));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void answers413ToABodyThatIsNotAnnounced() throws Exception {
        byte[] big = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        InputStream body = new ByteArrayInputStream(big);
        var answer = send(HttpRequest.newBuilder(address("/api/v1/callback-requests"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> body)));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "tr-TR", "xx", "../../etc/passwd", "fr,en;q=0.1"})
    void answersInFrenchToLanguagesItDoesNotKnow(String language) throws Exception {
        var answer = send(post("/api/v1/callback-requests", "{}")
                .setHeader("Content-Type", "application/json")
                .header("Accept-Language", language));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Données refusées");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*;q=-1", "fr;q=abc", ";;;"})
    void staysCalmWithLanguagesThatNobodyCanRead(String language) throws Exception {
        var answer = send(post("/api/v1/callback-requests", "{}")
                .setHeader("Content-Type", "application/json")
                .header("Accept-Language", language));
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1",
                "TRACE /api/v1/faq HTTP/1.1",
                "GET /a/../../console HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /console/..%2fadmin HTTP/1.1",
                "GET /\\console HTTP/1.1",
                "GARBAGE",
                "GET /api/v1/queue/..;/queue HTTP/1.1"
            })
    void answersWithAnErrorAndNothingElseToTricks(String line) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (30[12]|40[0-5]).*");
        assertThat(answer).doesNotContain("Exception", "\tat ", "Apache Tomcat");
    }

    @Test
    void refusesHeadersWithoutEnd() throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Language: " + "a,".repeat(50_000)
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4(00|31).*").doesNotContain("Exception");
    }

    @Test
    void readsARequestInOneWay() throws IOException {
        String smuggled = raw("POST /api/v1/callback-requests HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
                + "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n"
                + "0\r\n\r\nGET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(smuggled).startsWith("HTTP/1.1 400").doesNotContain("User-agent");
        for (String twice : new String[] {
            "Content-Length: 4\r\nContent-Length: 5",
            "Content-Length: -1",
            "Content-Length: 4, 5",
            "Content-Length: x",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: xchunked"
        }) {
            String answer = raw("POST /api/v1/callback-requests HTTP/1.1\r\nHost: localhost\r\n" + twice
                    + "\r\nConnection: close\r\n\r\n{}  ");
            assertThat(answer).as(twice).matches("(?s)HTTP/1.1 (400|501).*").doesNotContain("Exception");
        }
    }

    @Test
    void answersEachOfManyRequestsInOneBreath() throws IOException {
        String request = "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n";
        String answers = raw((request + "\r\n").repeat(99) + request + "Connection: close\r\n\r\n");
        assertThat(answers.split("User-agent", -1)).hasSize(101);
        assertThat(raw("GET /robots.txt HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /robots.txt HTTP/1.0\r\n\r\n"))
                .contains("User-agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*;q=-1", "fr;q=abc", ";;;", "xx-YY", "tr"})
    void showsPagesToWhateverLanguageIsAskedFor(String language) throws Exception {
        var answer = send(get("/").header("Accept-Language", language));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<html lang=\"fr\"");
    }

    @Test
    void namesTheConfiguredAddressWhateverTheRequestClaims() throws IOException {
        String forged = "Host: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n"
                + "X-Forwarded-Proto: gopher\r\nX-Forwarded-Prefix: //evil.example\r\nX-Original-URL: /console\r\n"
                + "X-Rewrite-URL: /console\r\nConnection: close\r\n\r\n";
        for (String path :
                new String[] {"/", "/sitemap.xml", "/robots.txt", "/faq/creer-mon-compte", "/console", "/faq/x"}) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\n" + forged)).as(path).doesNotContain("evil.example", "gopher");
        }
        assertThat(raw("GET /sitemap.xml HTTP/1.1\r\n" + forged)).contains("http://localhost:8080/faq/");
    }

    @Test
    void countsAVisitorByTheConnectionAndNotByWhatHeadersClaim() throws Exception {
        String valid = """
                {"firstName": "Zoé", "lastName": "Adresse", "email": "zoe@exemple.fr", "siret": "552 081 317 66522",
                 "region": "11", "sector": "HCR", "phone": "01 99 00 12 34", "companySize": "UNDER_11",
                 "topic": "SUIVI_DEMANDE", "message": "Bonjour, où en est notre dossier ?", "consent": true}""";
        int refused = 0;
        for (int i = 0; i < 21; i++) {
            int status = send(HttpRequest.newBuilder(address("/api/v1/callback-requests"))
                            .header("Content-Type", "application/json")
                            .header("X-Forwarded-For", i == 3 ? "9.9.9.9, ".repeat(300) : "203.0.113." + i)
                            .header("Forwarded", "for=198.51.100." + i)
                            .header("CF-Connecting-IP", "<b>x</b>")
                            .header("X-Real-IP", "192.0.2." + i)
                            .POST(BodyPublishers.ofString(valid)))
                    .statusCode();
            refused += status == 429 ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(data.count("callback_request")).isLessThanOrEqualTo(20);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String basic() {
        return "Basic "
                + Base64.getEncoder().encodeToString(("amelie:" + TestData.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
