package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Behind every number stand as many rows as it says, and the right ones. */
@DatabaseTest
class StatisticsRowsTest {

    private static final Period MARCH = new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 31));

    private final Person claire = Person.supervisor("claire");

    @Autowired
    private Statistics statistics;

    @Autowired
    private StatisticsRows rows;

    @Autowired
    private DailyCount count;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aHundredAndTwentyRequests() {
        data.clear();
        jdbc.sql("delete from statistics_count").update();
        jdbc.sql("delete from statistics_first_call").update();
        clock.set(TestClock.OPEN_TUESDAY);
        for (int i = 0; i < 120; i++) {
            Instant at = TestClock.OPEN_TUESDAY.minus(Duration.ofHours(5L * i));
            var reference = data.request(at, Map.of("region_code", i % 3 == 0 ? "93" : "11"));
            data.fact("RECEIVED", reference, at);
        }
    }

    @Test
    void givesThemAllOnceNewestFirst() {
        count.countFinishedDays();
        List<Event> all = all(new RowQuery(MARCH, Measure.RECEIVED, Dimension.ALL, ""));
        assertThat(all)
                .hasSize(120)
                .isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        assertThat(all.stream().map(event -> event.request().reference())).doesNotHaveDuplicates();
    }

    @Test
    void repeatsNothingWhenSomethingHappensBetweenTwoPages() {
        var query = new RowQuery(MARCH, Measure.RECEIVED, Dimension.ALL, "");
        EventPage first = claire.get(() -> rows.page(query, null));
        Instant sameDay = first.events().getLast().at().plusSeconds(60);
        data.fact("RECEIVED", data.request(sameDay, Map.of()), sameDay);
        EventPage second = claire.get(() -> rows.page(query, first.next()));
        assertThat(second.events()).hasSize(StatisticsRows.PAGE_SIZE).doesNotContainAnyElementsOf(first.events());
        assertThat(second.events().getFirst().at())
                .isEqualTo(first.events().getLast().at().minus(Duration.ofHours(5)));
    }

    @Test
    void gathersFewerOfWhatLiesFarApart() {
        data.clear();
        for (int day = 0; day < 2 * StatisticsRows.MOST_DAYS; day++) {
            Instant at = TestClock.OPEN_TUESDAY.minus(Duration.ofDays(day));
            data.fact("RECEIVED", data.request(at, Map.of()), at);
        }
        clock.advance(Duration.ofDays(1));
        count.countFinishedDays();
        Period days = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 4));
        var query = new RowQuery(days, Measure.RECEIVED, Dimension.ALL, "");
        EventPage first = claire.get(() -> rows.page(query, null));
        assertThat(first.events()).hasSize(StatisticsRows.MOST_DAYS);
        EventPage second = claire.get(() -> rows.page(query, first.next()));
        assertThat(second.events()).hasSize(StatisticsRows.MOST_DAYS).doesNotContainAnyElementsOf(first.events());
        assertThat(second.next()).isNull();
    }

    @Test
    void sayThatTooManyDaysWaitToBeCounted() {
        Instant longAgo = TestClock.OPEN_TUESDAY.minus(Duration.ofDays(40));
        data.fact("RECEIVED", data.request(longAgo, Map.of()), longAgo);
        var query = new RowQuery(MARCH, Measure.RECEIVED, Dimension.ALL, "");
        assertThatThrownBy(() -> claire.get(() -> rows.page(query, null))).isInstanceOf(FiguresBeingCounted.class);
        count.countFinishedDays();
        assertThat(all(query)).hasSize(120);
    }

    @Test
    void givesThoseOfOneItemAsManyAsAreCounted() {
        long before = behind("93");
        count.countFinishedDays();
        assertThat(behind("93")).isEqualTo(before).isEqualTo(40);
        assertThat(behind("04")).isZero();
        Report report = claire.get(() -> statistics.report(MARCH, Set.of(Dimension.REGION)));
        assertThat(report.by(Dimension.REGION).get("93").events(Measure.RECEIVED))
                .isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2026-03-03",
                "2026-03-03+1",
                "2026-03-03T09:00:00Z",
                "2026-02-30T09:00:00Z_X",
                "2026-03-03T09:00:00Z_X",
                "2026-03-03T09:00:00Z_1_-1",
                "2026-03-03T09:00:00Z_X_1",
                "2026-02-30T09:00:00Z_1_1",
                "_",
                "2026_03_03"
            })
    void beginsAgainAtAForeignCursor(String cursor) {
        var query = new RowQuery(MARCH, Measure.RECEIVED, Dimension.ALL, "");
        assertThat(claire.get(() -> rows.page(query, cursor))).isEqualTo(claire.get(() -> rows.page(query, null)));
    }

    @Test
    void showsBehindTheBacklogWhatIsOpenPageByPage() {
        Instant at = TestClock.OPEN_TUESDAY.minusSeconds(1);
        data.fact("RECEIVED", data.request(at, Map.of("status", "REVIEW", "region_code", "04")), at);
        Period today = new Period(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3));
        assertThat(all(new RowQuery(today, Measure.OPEN, Dimension.ALL, "")))
                .hasSize(121)
                .isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        assertThat(all(new RowQuery(today, Measure.OPEN, Dimension.REGION, "93")))
                .hasSize(40);
        Instant end = Instant.parse("2026-02-28T23:00:00Z");
        jdbc.sql(
                        "update callback_request set status = 'CLOSED', outcome = 'RESOLVED', closed_at = :at where status = 'WAITING'")
                .param("at", end.plusSeconds(3600).atOffset(ZoneOffset.UTC))
                .update();
        count.countFinishedDays();
        Period february = new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));
        assertThat(all(new RowQuery(february, Measure.OPEN, Dimension.ALL, "")))
                .hasSize(108)
                .hasSizeGreaterThan(StatisticsRows.PAGE_SIZE);
    }

    @ParameterizedTest
    @EnumSource
    void standBehindItemsThatAddUpToTheWhole(Dimension by) {
        FourLives.happen(data, jdbc);
        count.countFinishedDays();
        Period tuesday = new Period(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3));
        Report report = claire.get(() -> statistics.report(tuesday, Set.of(by)));
        for (Measure measure : EnumSet.complementOf(EnumSet.of(Measure.OPEN))) {
            long sum = 0;
            for (var item : report.by(by).entrySet()) {
                long counted = item.getValue().events(measure);
                assertThat(all(new RowQuery(tuesday, measure, by, item.getKey())))
                        .as("%s of %s", measure, item.getKey())
                        .hasSize(Math.toIntExact(counted));
                sum += counted;
            }
            assertThat(report.all().events(measure)).as("%s", measure).isPositive();
            assertThat(sum)
                    .as("%s", measure)
                    .isEqualTo(by.sorts(measure) ? report.all().events(measure) : 0);
        }
    }

    @Test
    void areForEachAgentTheirOwn() {
        FourLives.happen(data, jdbc);
        Person amelie = Person.agent("amelie");
        Period tuesday = new Period(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3));
        for (String name : List.of("amelie", "bruno")) {
            Person agent = Person.agent(name);
            Counted own = agent.get(() -> statistics.own(tuesday));
            for (Measure measure : List.of(Measure.CALL, Measure.CLOSED, Measure.HANDLED, Measure.RATED)) {
                List<Event> rows =
                        agent.get(() -> this.rows.own(tuesday, measure, null)).events();
                assertThat(rows).as("%s of %s", measure, name).hasSize(Math.toIntExact(own.events(measure)));
                assertThat(rows).extracting(Event::agent).allMatch(name::equals);
            }
        }
        assertThat(amelie.get(() -> rows.own(tuesday, Measure.CALL, null)).events())
                .isNotEmpty();
        assertThat(amelie.get(() -> rows.own(tuesday, Measure.RECEIVED, null)).events())
                .isEmpty();
        var ofAnother = new RowQuery(tuesday, Measure.CALL, Dimension.AGENT, "bruno");
        assertThatThrownBy(() -> amelie.get(() -> rows.page(ofAnother, null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Person.visitor().get(() -> rows.own(tuesday, Measure.CALL, null)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void knowsNoRowsOfAPeriodToCome() {
        Period coming = new Period(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31));
        assertThat(all(new RowQuery(coming, Measure.RECEIVED, Dimension.ALL, "")))
                .isEmpty();
    }

    private long behind(String region) {
        List<Event> found = all(new RowQuery(MARCH, Measure.RECEIVED, Dimension.REGION, region));
        assertThat(found)
                .allSatisfy(event -> assertThat(event.request().region()).isEqualTo(region));
        return found.size();
    }

    private List<Event> all(RowQuery query) {
        List<Event> all = new ArrayList<>();
        String cursor = null;
        do {
            String place = cursor;
            EventPage page = claire.get(() -> rows.page(query, place));
            assertThat(page.events().size()).isLessThanOrEqualTo(StatisticsRows.PAGE_SIZE);
            all.addAll(page.events());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }
}
