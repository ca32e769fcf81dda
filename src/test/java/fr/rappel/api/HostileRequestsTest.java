package fr.rappel.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What nobody sends by mistake: an answer that says no, never a failure, and nothing of it in the log. */
@DatabaseTest
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {

    private static final String SIGN = "x7Qk9zSECRET";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    private ApiClient api;

    @BeforeEach
    void tuesdayMorning() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        api = new ApiClient(mvc);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void answers400ToWhatIsNoSubmission(String body) {
        var answer = api.post(ApiClient.SUBMIT, body, null);
        assertThat(answer).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertSilent(answer);
        assertThat(data.count("callback_request")).isZero();
    }

    static List<String> malformed() {
        return List.of(
                "",
                "null",
                "{",
                "[]",
                "[{}]",
                "\"text\"",
                "12",
                "{\"firstName\":}",
                "{\"firstName\":\"a\",}",
                "{'firstName':'a'}",
                "{\"firstName\":\"a\"} {\"firstName\":\"b\"}",
                "{\"firstName\":[\"a\"]}",
                "{\"firstName\":{\"a\":1}}",
                "{\"firstName\":5}",
                "{\"firstName\":true}",
                "{\"consent\":\"true\"}",
                "{\"consent\":1}",
                "{\"consent\":[true]}",
                "{\"firstName\":\"a\",\"firstName\":\"b\"}",
                "{\"other\":1,\"other\":2}",
                "{\"firstName\":\"\u0000\"}",
                "{\"firstName\":\"a",
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"firstName\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                "{\"other\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}",
                "{\"other\":" + "9".repeat(50_000) + "}",
                "<submission/>");
    }

    @Test
    void answers400ToBytesThatAreNoText() {
        for (int[] bytes : new int[][] {{0xC3, '"'}, {0xFF, 0xFE}}) {
            var body = new ByteArrayOutputStream();
            body.writeBytes("{\"firstName\":\"".getBytes(StandardCharsets.US_ASCII));
            IntStream.of(bytes).forEach(body::write);
            body.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));
            var answer = mvc.post()
                    .uri(ApiClient.SUBMIT)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body.toByteArray())
                    .exchange();
            assertThat(answer).hasStatus(400);
        }
    }

    @Test
    void answers413ToMoreThan64KiBAnnouncedOrNot() {
        String big = "{\"message\":\"" + "x".repeat(64 * 1024) + "\"}";
        var announced = api.post(ApiClient.SUBMIT, big, null);
        var chunked = mvc.post()
                .uri(ApiClient.SUBMIT)
                .contentType(MediaType.APPLICATION_JSON)
                .with(request -> {
                    request.setContent(big.getBytes(StandardCharsets.UTF_8));
                    return new Chunked(request);
                })
                .exchange();
        for (var answer : List.of(announced, chunked)) {
            assertThat(answer).hasStatus(413).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
            assertSilent(answer);
        }
        String largest = "{\"other\":\"" + "x".repeat(64 * 1024 - 12) + "\"}";
        assertThat(largest).hasSize(64 * 1024);
        assertThat(api.post(ApiClient.SUBMIT, largest, null)).hasStatus(422);
    }

    @ParameterizedTest
    @MethodSource("values")
    void refusesOrStoresAsTextWhateverAFieldHolds(String value) {
        for (String field : List.of(
                "firstName",
                "lastName",
                "email",
                "siret",
                "region",
                "sector",
                "phone",
                "companySize",
                "topic",
                "message")) {
            Instant start = Instant.now();
            var answer = api.submit(ApiClient.validBut(field, value));
            assertThat(answer.getResponse().getStatus()).as(field).isIn(201, 422);
            assertSilent(answer);
            assertThat(Duration.between(start, Instant.now())).as(field).isLessThan(Duration.ofSeconds(3));
        }
    }

    static List<String> values() {
        return List.of(
                "<script>alert(1)</script> et <img src=x onerror=alert(1)>",
                "\"><svg/onload=alert(1)>, une ligne",
                "a@b.c\r\nBcc: x@y.z",
                "a@b.c%0d%0aBcc: x@y.z",
                "a@b.c\u2028Bcc: x@y.z\u0085",
                ".\n.\r\n" + "x".repeat(5_000),
                "x".repeat(255) + "@exemple.fr",
                "\"a b\"@exemple.fr et deux@a@b",
                "+49 (0)30/123-45",
                "4".repeat(4_000),
                "٠١٢٣٤٥٦٧٨٩",
                "=1+1",
                "a".repeat(50_000) + "!",
                "\u00A0\u200B\u3164",
                "un\0deux \ud83d trois \udc00",
                "👨‍👩‍👧‍👦".repeat(500),
                "e" + "\u0301".repeat(10_000),
                "\u202Eesrever ne txet nu\u202C",
                "'; DROP TABLE callback_request;-- \\' %27 1 OR 1=1",
                "\n2026-01-01 ERROR admin logged in \u001B[31m ${jndi:ldap://x} %n",
                "${7*7} #{T(java.lang.Runtime)} {{7*7}} [[${x}]]");
    }

    @Test
    void writesNothingOfWhatItRefusesToTheLog(CapturedOutput log) {
        for (String field : ApiClient.valid().keySet()) {
            api.submit(ApiClient.validBut(field, field.equals("consent") ? Map.of("a", SIGN) : SIGN + "\u0001"));
        }
        api.submit(ApiClient.validBut("siret", SIGN));
        api.post(ApiClient.SUBMIT, "{\"firstName\":" + SIGN + "}", null);
        api.post(ApiClient.SUBMIT, "{\"consent\":\"" + SIGN + "\"}", null);
        api.submitKeyed(ApiClient.valid(), SIGN.repeat(20));
        api.get("/api/v1/opening-hours?at=" + SIGN, null);
        api.get("/api/v1/opening-hours/week?of=" + SIGN, null);
        api.get("/api/v1/callback-requests/" + SIGN, null);
        assertThat(log.getAll()).doesNotContain(SIGN);
    }

    @Test
    void asksForJson() {
        for (String type :
                List.of("text/plain", "application/xml", "application/yaml", "application/x-www-form-urlencoded")) {
            var answer = mvc.post()
                    .uri(ApiClient.SUBMIT)
                    .contentType(type)
                    .content("status=DONE&priority=9")
                    .exchange();
            assertThat(answer).hasStatus(415).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void answersInJsonOnly() {
        for (String path : List.of("/api/v1/faq", "/api/v1/reference/regions", "/api/v1/opening-hours")) {
            for (MediaType type : List.of(MediaType.APPLICATION_XML, MediaType.APPLICATION_YAML)) {
                assertThat(mvc.get().uri(path).accept(type).exchange())
                        .as("%s as %s", path, type)
                        .hasStatus(406);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx-YY", "tr-TR", "zh-Hant-CN-x-private1-private2"})
    void answersInFrenchToLanguagesItDoesNotKnow(String language) {
        var answer = mvc.post()
                .uri(ApiClient.SUBMIT)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .header("Accept-Language", language)
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(ApiClient.body(answer).get("title").asString()).isEqualTo("Données refusées");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/queue;x=1",
                "/api/v1/%71ueue",
                "//api/v1/queue",
                "/api//v1/queue",
                "/api/v1/reference/..;/queue",
                "/api/v1/faq/../queue",
                "/api/v1/faq/%2e%2e/queue",
                "/api/v1/queue/",
                "/api/v1/queue.",
                "/api/v1/queue%00",
                "/API/v1/queue",
                "/api/v1/callback-requests/%2e%2e%2fadmin",
                "/api/v2/queue",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console"
            })
    void letsNobodyInByTricksInThePath(String path) {
        var answer =
                mvc.get().uri(java.net.URI.create("http://localhost" + path)).exchange();
        assertThat(answer.getResponse().getStatus()).isIn(400, 401, 403, 404);
        assertSilent(answer);
    }

    @Test
    void answers405OrRefusesToOtherMethods() {
        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH)) {
            assertThat(api.call(method, "/api/v1/callback-requests", null)
                            .getResponse()
                            .getStatus())
                    .isIn(401, 405);
        }
        assertThat(api.call(HttpMethod.TRACE, "/api/v1/faq", null).getResponse().getStatus())
                .isIn(400, 401, 405);
    }

    private static void assertSilent(MvcTestResult answer) {
        String text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("Exception", "java.", "\tat ", "org.springframework", "select ");
    }
}
