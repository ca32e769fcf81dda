package fr.rappel.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.statistics.CountedDays;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.Report;
import fr.rappel.statistics.Statistics;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

@DatabaseTest
@AutoConfigureMockMvc
class StatisticsApiTest {

    private static final String TODAY = "/api/v1/statistics?from=2026-03-02&to=2026-03-03&by=";

    private final Person amelie = Person.agent("amelie");
    private final Person claire = Person.supervisor("claire");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private Statistics statistics;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    private ApiClient api;

    @BeforeEach
    void threeRequests() {
        data.clear();
        jdbc.sql("delete from statistics_count").update();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(amelie);
        data.account(claire);
        api = new ApiClient(mvc);
        received("2026-03-02T14:30:00Z", "11");
        received("2026-03-03T08:05:00Z", "11");
        var closed = received("2026-03-03T08:10:00Z", "975");
        data.fact("CLOSED", closed, TestClock.OPEN_TUESDAY);
        jdbc.sql("update callback_fact set outcome = 'SPAM', actor = 'amelie' where kind = 'CLOSED'")
                .update();
    }

    @Test
    void answersExactlyPeriodTotalAndItems() {
        JsonNode body = body("region");
        assertThat(body.propertyNames()).containsExactly("from", "to", "total", "items");
        assertThat(body.get("from").asString()).isEqualTo("2026-03-02");
        assertThat(body.get("to").asString()).isEqualTo("2026-03-03");
        assertThat(body.get("total").asInt()).isEqualTo(3);
        assertThat(body.get("items").get(0).propertyNames()).containsExactly("key", "label", "count");
        assertThat(count(body, "11")).isEqualTo(2);
        assertThat(label(body, "11")).isEqualTo("Île-de-France");
        assertThat(count(body, "975")).isOne();
        assertThat(count(body, "93")).isZero();
    }

    @Test
    void sortsByEverythingThatItNames() {
        assertThat(count(body("topic"), "DEPOT_DEMANDE")).isEqualTo(3);
        assertThat(count(body("sector"), "HCR")).isEqualTo(3);
        assertThat(label(body("size"), "UNDER_11")).startsWith("Moins de 11");
        assertThat(count(body("day"), "2026-03-02")).isOne();
        assertThat(label(body("day"), "2026-03-03")).isEqualTo("mardi 3 mars 2026");
        assertThat(count(body("hour"), "09")).isEqualTo(2);
        assertThat(count(body("hour"), "15")).isOne();
        JsonNode outcomes = body("outcome");
        assertThat(outcomes.get("total").asInt()).isOne();
        assertThat(label(outcomes, "SPAM")).isEqualTo("Indésirable");
    }

    @ParameterizedTest
    @CsvSource({
        "topic, TOPIC, RECEIVED",
        "region, REGION, RECEIVED",
        "sector, SECTOR, RECEIVED",
        "size, SIZE, RECEIVED",
        "outcome, OUTCOME, CLOSED",
        "day, ALL, RECEIVED",
        "hour, WEEK_HOUR, RECEIVED"
    })
    void saysWhatTheScreenSays(String by, Dimension dimension, Measure measure) {
        twoWeeks();
        saysWhatTheScreenSays(by, dimension, measure, List.of());
        CountedDays.count(context);
        saysWhatTheScreenSays(by, dimension, measure, List.of(LocalDate.of(2026, 3, 2)));
    }

    /** Of periods that are counted by now, that are not, and of both. */
    private void saysWhatTheScreenSays(String by, Dimension dimension, Measure measure, List<LocalDate> lastCounted) {
        assertThat(jdbc.sql("select max(starts_on) from statistics_count where grain = 'DAY'")
                        .query(LocalDate.class)
                        .list())
                .filteredOn(Objects::nonNull)
                .isEqualTo(lastCounted);
        for (String days : List.of(
                "2026-02-18 2026-03-03", "2026-02-28 2026-03-01", "2026-03-03 2026-03-03", "2026-02-01 2026-02-28")) {
            LocalDate from = LocalDate.parse(days.substring(0, 10));
            LocalDate to = LocalDate.parse(days.substring(11));
            Report screen = claire.get(() -> statistics.report(new Period(from, to), Set.of(dimension)));
            JsonNode body =
                    ApiClient.body(api.get("/api/v1/statistics?from=%s&to=%s&by=%s".formatted(from, to, by), claire));
            assertThat(counts(body)).as(days).isNotEmpty().isEqualTo(shown(screen, by, dimension, measure));
            assertThat(body.get("total").asLong())
                    .as(days)
                    .isEqualTo(screen.all().events(measure))
                    .isEqualTo(facts(measure, from, to));
        }
    }

    private static Map<String, Long> counts(JsonNode body) {
        Map<String, Long> counts = new TreeMap<>();
        body.get("items")
                .values()
                .forEach(item ->
                        counts.put(item.get("key").asString(), item.get("count").asLong()));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** What the screen shows; a column of hours for those of all weekdays. */
    private static Map<String, Long> shown(Report screen, String by, Dimension dimension, Measure measure) {
        Map<String, Long> counts = new TreeMap<>();
        if (by.equals("day")) {
            screen.days()
                    .forEach(day ->
                            counts.put(day.date().toString(), day.counted().events(measure)));
        } else {
            screen.by(dimension)
                    .forEach((item, counted) -> counts.merge(
                            by.equals("hour") ? item.substring(2) : item, counted.events(measure), Long::sum));
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private long facts(Measure measure, LocalDate from, LocalDate to) {
        ZoneId paris = ZoneId.of("Europe/Paris");
        return jdbc.sql("select count(*) from callback_fact where kind = :kind and at >= :from and at < :to")
                .param("kind", measure.name())
                .param("from", from.atStartOfDay(paris).toOffsetDateTime())
                .param("to", to.plusDays(1).atStartOfDay(paris).toOffsetDateTime())
                .query(Long.class)
                .single();
    }

    /** A request every five hours and some minutes, at night as well; two of three are closed soon after. */
    private void twoWeeks() {
        List<String> outcomes = List.of("SPAM", "DUPLICATE", "RESOLVED");
        for (int i = 0; i < 60; i++) {
            Instant at = Instant.parse("2026-02-18T22:40:00Z").plus(Duration.ofMinutes(305L * i));
            String reference = data.request(
                    at,
                    Map.of(
                            "region_code", List.of("11", "975", "93", "84").get(i % 4),
                            "topic_code",
                                    List.of("DEPOT_DEMANDE", "SUIVI_DEMANDE", "AUTRE")
                                            .get(i % 3),
                            "sector_code", List.of("HCR", "PROPRETE").get(i % 2),
                            "company_size",
                                    List.of("UNDER_11", "ELEVEN_OR_MORE").get(i / 3 % 2)));
            data.fact("RECEIVED", reference, at);
            if (i % 3 > 0) {
                data.fact("CLOSED", reference, at.plusSeconds(1_200));
                jdbc.sql("""
                                update callback_fact set outcome = :outcome, actor = 'amelie'
                                 where kind = 'CLOSED' and outcome is null""").param("outcome", outcomes.get(i % 5 % 3)).update();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2026-03-03&to=2026-03-03|400",
                "from=2026-03-03&by=day|400",
                "to=2026-03-03&by=day|400",
                "from=hier&to=2026-03-03&by=day|400",
                "from=03/03/2026&to=03/03/2026&by=day|400",
                "from=2026-02-30&to=2026-03-03&by=day|400",
                "from=2026-03-03&to=2026-03-03&by=|422",
                "from=2026-03-03&to=2026-03-03&by=agent'--|422",
                "from=2026-03-04&to=2026-03-03&by=day|422",
                "from=1026-03-03&to=2026-03-03&by=day|422",
                "from=2026-03-03&to=%2B999999999-12-31&by=day|400",
                "from=2026-03-03&to=2026-03-03&by=day|200",
                "from=2030-01-01&to=2030-01-31&by=hour|200"
            })
    void refusesWhatItCannotAnswer(String query, int status) {
        var answer = api.get("/api/v1/statistics?" + query, claire);
        assertThat(answer).hasStatus(status);
        if (status != 200) {
            assertThat(ApiClient.body(answer).get("detail").asString()).isNotBlank();
        }
    }

    @Test
    void asksForPatienceWhileDaysAreBeingCounted() {
        received("2026-01-05T09:00:00Z", "11");
        var answer = api.get(TODAY + "day", claire);
        assertThat(answer).hasStatus(503).containsHeader("Retry-After");
        assertThat(ApiClient.body(answer).get("detail").asString()).contains("en cours de calcul");
    }

    @Test
    void isForSupervisorsOnly() {
        assertThat(api.get(TODAY + "day", null)).hasStatus(401);
        assertThat(api.get(TODAY + "day", amelie)).hasStatus(403);
    }

    private String received(String at, String region) {
        Instant instant = Instant.parse(at);
        var reference = data.request(instant, Map.of("region_code", region));
        data.fact("RECEIVED", reference, instant);
        return reference;
    }

    private JsonNode body(String by) {
        var answer = api.get(TODAY + by, claire);
        assertThat(answer).hasStatus(200);
        return ApiClient.body(answer);
    }

    private static int count(JsonNode body, String key) {
        return item(body, key).get("count").asInt();
    }

    private static String label(JsonNode body, String key) {
        return item(body, key).get("label").asString();
    }

    private static JsonNode item(JsonNode body, String key) {
        return List.copyOf(body.get("items").values()).stream()
                .filter(item -> item.get("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
