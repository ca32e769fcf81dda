package fr.rappel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.callback.EmailCorrection;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
@AutoConfigureMockMvc
class SubmissionApiTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestData data;

    @Autowired
    private CallbackFollowUp followUp;

    @Autowired
    private TestClock clock;

    private ApiClient api;

    @BeforeEach
    void tuesdayMorning() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        api = new ApiClient(mvc);
    }

    @Test
    void storesAndSaysWhere() {
        var answer = api.submit(ApiClient.valid());
        assertThat(answer).hasStatus(201).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        var body = ApiClient.body(answer);
        var reference = body.get("reference").asString();
        assertThat(reference).hasSize(8);
        assertThat(body.get("status").asString()).isEqualTo("WAITING");
        assertThat(body.get("receivedAt").asString()).isEqualTo("2026-03-03T09:00:00Z");
        assertThat(body.propertyNames()).containsExactly("reference", "status", "receivedAt");
        assertThat(answer).headers().hasValue("Location", "/api/v1/callback-requests/" + reference);
        assertThat(answer).doesNotContainHeader("Set-Cookie");
        assertThat(data.column(reference, "siret")).isEqualTo("55208131766522");
    }

    @Test
    void answersTheSameKeyWithTheSameReference() {
        var first = api.submitKeyed(ApiClient.valid(), "3f0c-à");
        var second = api.submitKeyed(ApiClient.valid(), "3f0c-à");
        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(200);
        assertThat(ApiClient.body(second)).isEqualTo(ApiClient.body(first));
        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(data.count("callback_request")).isEqualTo(1);
    }

    @Test
    void answersTheSameKeyWithTheSameReferenceAfterACorrection() {
        var first = api.submitKeyed(ApiClient.valid(), "cle-corrigee");
        var reference = ApiClient.body(first).get("reference").asString();
        followUp.correctEmail(reference, new EmailCorrection("corrigee@exemple.fr"));
        var second = api.submitKeyed(ApiClient.valid(), "cle-corrigee");
        assertThat(second).hasStatus(200);
        assertThat(ApiClient.body(second)).isEqualTo(ApiClient.body(first));
        assertThat(data.count("callback_request")).isEqualTo(1);
        assertThat(data.column(reference, "email")).isEqualTo("corrigee@exemple.fr");
    }

    @Test
    void refusesTheSameKeyWithOtherContents() {
        api.submitKeyed(ApiClient.valid(), "cle");
        assertThat(api.submitKeyed(ApiClient.validBut("phone", "01 42 76 40 41"), "cle"))
                .hasStatus(422)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '"})
    void refusesAnEmptyKey(String key) {
        assertThat(api.submitKeyed(ApiClient.valid(), key)).hasStatus(422);
    }

    @Test
    void refusesAKeyOfAnyLength() {
        assertThat(api.submitKeyed(ApiClient.valid(), "k".repeat(201))).hasStatus(422);
        assertThat(api.submitKeyed(ApiClient.valid(), "k".repeat(200))).hasStatus(201);
    }

    @Test
    void namesEveryRefusedFieldAtOnceInTheReadersLanguage() {
        var answer = api.submit(Map.of());
        assertThat(answer).hasStatus(422).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(errors(answer))
                .containsExactly(
                        tuple("firstName", "REQUIRED"),
                        tuple("lastName", "REQUIRED"),
                        tuple("email", "REQUIRED"),
                        tuple("siret", "VIDE"),
                        tuple("region", "REQUIRED"),
                        tuple("sector", "REQUIRED"),
                        tuple("phone", "REQUIRED"),
                        tuple("companySize", "REQUIRED"),
                        tuple("topic", "REQUIRED"),
                        tuple("message", "REQUIRED"),
                        tuple("consent", "CONSENT_REQUIRED"));
        var body = ApiClient.body(answer);
        assertThat(body.get("status").asInt()).isEqualTo(422);
        assertThat(body.get("title").asString()).isEqualTo("Données refusées");
        assertThat(StreamSupport.stream(body.get("errors").spliterator(), false))
                .allMatch(error -> !error.get("message").asString().isBlank()
                        && !error.get("message").asString().contains("{"));
        assertThat(data.count("callback_request")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "region, 99, UNKNOWN_CODE",
        "region, ' ', REQUIRED",
        "sector, hcr, UNKNOWN_CODE",
        "topic, DROP TABLE, UNKNOWN_CODE",
        "companySize, under_11, UNKNOWN_CODE",
        "companySize, 12, UNKNOWN_CODE",
        "message, trop court, TOO_SHORT",
        "firstName, '\u00A0\u200B\u3164', REQUIRED",
        "phone, 3949, PHONE_SHORT_NUMBER",
        "phone, 0892 70 12 39, PHONE_PREMIUM",
    })
    void refusesOneFieldWithItsCode(String field, String value, String code) {
        var answer = api.submit(ApiClient.validBut(field, value));
        assertThat(answer).hasStatus(422);
        assertThat(errors(answer)).containsExactly(tuple(field, code));
    }

    @Test
    void givesTheSameSiretCodesAsTheReferenceData() throws IOException {
        for (CSVRecord row : siretCases()) {
            var answer = api.submit(ApiClient.validBut("siret", row.get("siret")));
            if (Boolean.parseBoolean(row.get("valid"))) {
                assertThat(answer).as(row.toString()).hasStatus(201);
            } else {
                assertThat(answer).as(row.toString()).hasStatus(422);
                assertThat(errors(answer)).containsExactly(tuple("siret", code(row.get("reason"))));
            }
        }
    }

    @Test
    void countsTheMessageInCharactersAsPeopleDo() {
        assertThat(api.submit(ApiClient.validBut("message", "é".repeat(4_000)))).hasStatus(201);
        assertThat(api.submit(ApiClient.validBut("message", "😀".repeat(4_000))))
                .hasStatus(201);
        var answer = api.submit(ApiClient.validBut("message", "é".repeat(4_001)));
        assertThat(errors(answer)).containsExactly(tuple("message", "TOO_LONG"));
    }

    @Test
    void ignoresFieldsThatAreNotTheVisitors() {
        var body = ApiClient.valid();
        body.putAll(Map.of(
                "id",
                7,
                "status",
                "CLOSED",
                "takenBy",
                "mallory",
                "version",
                9,
                "priority",
                9,
                "role",
                "ADMIN",
                "receivedAt",
                "1999-01-01T00:00:00Z",
                "reference",
                "AAAAAAAA"));
        var answer = api.submit(body);
        assertThat(answer).hasStatus(201);
        var reference = ApiClient.body(answer).get("reference").asString();
        assertThat(reference).isNotEqualTo("AAAAAAAA");
        assertThat(data.column(reference, "status")).isEqualTo("WAITING");
        assertThat(data.column(reference, "taken_by")).isNull();
    }

    @Test
    void asksAnAddressThatSendsTooMuchToWait() {
        String address = ApiClient.nextAddress();
        for (int i = 0; i < 20; i++) {
            assertThat(api.submitFrom(address, ApiClient.valid())).hasStatus(201);
        }
        var answer = api.submitFrom(address, ApiClient.valid());
        assertThat(answer).hasStatus(429).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(Integer.parseInt(Objects.requireNonNull(answer.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 180);
        assertThat(api.submitFrom(address, Map.of()))
                .as("refused fields are not counted")
                .hasStatus(422);
        assertThat(api.submit(ApiClient.valid())).as("another address").hasStatus(201);
    }

    @Test
    void believesNoForwardedAddress() {
        String address = ApiClient.nextAddress();
        for (int i = 0; i < 20; i++) {
            api.submitFrom(address, ApiClient.valid());
        }
        var forged = mvc.post()
                .uri(ApiClient.SUBMIT)
                .contentType(MediaType.APPLICATION_JSON)
                .content(ApiClient.json(ApiClient.valid()))
                .header("X-Forwarded-For", "203.0.113.9, <b>x</b>")
                .header("CF-Connecting-IP", "203.0.113.9")
                .with(ApiClient.from(address))
                .exchange();
        assertThat(forged).hasStatus(429);
    }

    private static List<Tuple> errors(MvcTestResult answer) {
        return StreamSupport.stream(ApiClient.body(answer).get("errors").spliterator(), false)
                .map(error ->
                        tuple(error.get("field").asString(), error.get("code").asString()))
                .toList();
    }

    /** The code stands in front of the explanation. */
    private static String code(String reason) {
        return reason.split("[ :]")[0];
    }

    private static List<CSVRecord> siretCases() throws IOException {
        var file = Objects.requireNonNull(SubmissionApiTest.class.getResourceAsStream("/data/siret-cases.csv"));
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }
}
