package fr.rappel.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** What the API tells visitors: hours, lists, questions. */
@DatabaseTest
@AutoConfigureMockMvc
class VisitorApiTest {

    private static final String HOURS = "/api/v1/opening-hours";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestClock clock;

    private ApiClient api;

    @BeforeEach
    void tuesdayMorning() {
        clock.set(TestClock.OPEN_TUESDAY);
        api = new ApiClient(mvc);
    }

    @Test
    void tellsWhetherTheLineIsOpenAtEveryInstantOfTheReferenceData() throws IOException {
        for (CSVRecord row : cases()) {
            var state = read(HOURS + "?at=" + row.get("instant_utc"));
            boolean open = Boolean.parseBoolean(row.get("ouvert"));
            assertThat(state.get("open").asBoolean()).as(row.toString()).isEqualTo(open);
            assertThat(state.get("at").asString()).isEqualTo(offset(row.get("heure_paris")));
            assertThat(state.get("zone").asString()).isEqualTo("Europe/Paris");
            if (open) {
                assertThat(state.get("closesAt").isString()).isTrue();
                assertThat(state.get("opensAt").isNull()).isTrue();
            } else {
                assertThat(state.get("opensAt").asString())
                        .as(row.toString())
                        .isEqualTo(offset(row.get("prochaine_ouverture")));
                assertThat(state.get("closesAt").isNull()).isTrue();
            }
        }
    }

    @Test
    void tellsTheStateOfThisMomentAndItsRule() {
        var open = read(HOURS);
        assertThat(open.get("at").asString()).isEqualTo("2026-03-03T10:00:00+01:00");
        assertThat(open.get("rule").asString()).isEqualTo("WEEKLY");
        assertThat(open.get("closesAt").asString()).isEqualTo("2026-03-03T12:30:00+01:00");

        var holiday = read(HOURS + "?at=2026-04-06T08:00:00Z");
        assertThat(holiday.get("rule").asString()).isEqualTo("HOLIDAY");
        assertThat(holiday.get("reason").asString()).isEqualTo("Lundi de Pâques");
        assertThat(holiday.get("opensAt").asString()).isEqualTo("2026-04-07T09:00:00+02:00");
    }

    @Test
    void showsTheWeekAroundEasterMonday() {
        var week = read(HOURS + "/week?of=2026-04-09");
        assertThat(strings(week, "date"))
                .startsWith("2026-04-06")
                .endsWith("2026-04-12")
                .hasSize(7);
        var monday = week.get(0);
        assertThat(monday.get("rule").asString()).isEqualTo("HOLIDAY");
        assertThat(monday.get("reason").asString()).isEqualTo("Lundi de Pâques");
        assertThat(monday.get("intervals")).isEmpty();
        var friday = week.get(4).get("intervals");
        assertThat(strings(friday, "from")).containsExactly("09:00", "13:30");
        assertThat(strings(friday, "to")).containsExactly("12:00", "16:30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?at=yesterday",
                "?at=2026-03-03",
                "?at=2026-03-03T10:00",
                "?at=2026-02-30T10:00:00Z",
                "?at=%00",
                "/week?of=2026-02-29",
                "/week?of=2026-03-03T10:00:00Z",
                "/week?of=x"
            })
    void answers400ToWhatIsNoMoment(String query) {
        assertThat(api.get(HOURS + query, null))
                .hasStatus(400)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?at=%2B1000000000-12-31T23:59:59.999999999Z",
                "?at=-1000000000-01-01T00:00:00Z",
                "?at=0000-01-01T00:00:00Z",
                "?at=9999-12-31T23:59:59Z",
                "?at=%2B10000-01-01T00:00:00Z",
                "/week?of=%2B999999999-12-31",
                "/week?of=-999999999-01-01",
                "/week?of=9999-12-31",
                "/week?of=0001-01-01"
            })
    void staysCalmAtTheEndsOfTime(String query) {
        assertThat(api.get(HOURS + query, null).getResponse().getStatus()).isIn(200, 400, 422);
    }

    @Test
    void listsRegionsSectorsAndTopics() {
        assertThat(strings(read("/api/v1/reference/regions"), "code"))
                .contains("11", "84", "02", "987")
                .hasSizeGreaterThan(18);
        assertThat(strings(read("/api/v1/reference/sectors"), "code")).contains("HCR");
        assertThat(strings(read("/api/v1/reference/topics"), "label"))
                .isNotEmpty()
                .noneMatch(String::isBlank);
    }

    @Test
    void findsQuestions() {
        var all = read("/api/v1/faq").get("items");
        assertThat(all).hasSize(10);
        assertThat(strings(read("/api/v1/faq?q=factures").get("items"), "slug")).startsWith("envoyer-une-facture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "*", "\\", "a AND (", "\"", "zzzz~", "\0", "e\u0301", ":", "[a TO", "'; drop table x"})
    void searchesForAnythingWithoutFailing(String text) {
        assertThat(api.get("/api/v1/faq?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), null))
                .hasStatus(200);
    }

    @Test
    void searchesForVeryLongTexts() {
        for (String text : List.of("a".repeat(50_000), "un deux ".repeat(6_000), "é ".repeat(20_000))) {
            var answer = mvc.get().uri("/api/v1/faq").param("q", text).exchange();
            assertThat(answer).hasStatus(200);
        }
    }

    @Test
    void describesItself() {
        assertThat(api.get("/api/openapi", null))
                .hasStatus(200)
                .bodyText()
                .contains("/api/v1/callback-requests", "/api/v1/opening-hours", "/api/v1/queue");
        JsonNode paths = read("/api/openapi").get("paths");
        assertThat(paths.at("/~1api~1v1~1queue/get/security/0").has("basic")).isTrue();
        assertThat(paths.at("/~1api~1v1~1imports/get/security/0").has("basic")).isTrue();
        assertThat(paths.at("/~1api~1v1~1callback-requests/post").has("security"))
                .isFalse();
    }

    private JsonNode read(String path) {
        var answer = api.get(path, null);
        assertThat(answer).hasStatus(200).doesNotContainHeader("Set-Cookie");
        return ApiClient.body(answer);
    }

    private static List<String> strings(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asString())
                .toList();
    }

    private static String offset(String text) {
        return OffsetDateTime.parse(text).format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static List<CSVRecord> cases() throws IOException {
        var file = Objects.requireNonNull(VisitorApiTest.class.getResourceAsStream("/data/horaires-cas.csv"));
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
