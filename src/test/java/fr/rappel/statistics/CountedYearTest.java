package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Thirteen months of a line, counted once for all these tests, which leave them as they are. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountedYearTest {

    private static final Set<Dimension> ALL = EnumSet.allOf(Dimension.class);

    private final Person claire = Person.supervisor("claire");

    @Autowired
    private Statistics statistics;

    @Autowired
    private DailyCount count;

    @Autowired
    private OpenRows open;

    @Autowired
    private LineCalendar calendar;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private SlowCount oracle;

    @BeforeAll
    void thirteenMonths() {
        var lives = new InventedLives(20_240_229, LocalDate.of(2023, 12, 21), 400);
        oracle = new SlowCount(calendar, new InventedLine(data, jdbc).live(lives, 500));
        clock.setParis("2025-03-20T12:00");
        count.countFinishedDays();
    }

    @BeforeEach
    void daysLater() {
        clock.setParis("2025-03-25T12:00");
    }

    @Test
    void breaksDownIntoItemsThatAddUpToTheWhole() {
        Period period = new Period(LocalDate.of(2024, 1, 10), LocalDate.of(2025, 3, 25));
        Report report = claire.get(() -> statistics.report(period, ALL));
        for (Dimension dimension : ALL) {
            for (Measure measure : EnumSet.complementOf(EnumSet.of(Measure.OPEN))) {
                long whole = report.all().events(measure);
                assertThat(whole).isPositive();
                assertThat(report.by(dimension).values().stream()
                                .mapToLong(item -> item.events(measure))
                                .sum())
                        .as("%s by %s", measure, dimension)
                        .isEqualTo(dimension.sorts(measure) ? whole : 0);
            }
        }
        assertThat(report.by(Dimension.AGENT).get("-").amounts().keySet())
                .contains(Measure.CLOSED, Measure.HANDLED, Measure.REOPENED, Measure.RATED, Measure.SATISFIED);
        assertThat(report.by(Dimension.OUTCOME).get("-").amounts()).containsOnlyKeys(Measure.RATED, Measure.SATISFIED);
        assertThat(report.by(Dimension.ATTEMPT).get("0").amounts())
                .containsOnlyKeys(Measure.CLOSED, Measure.RATED, Measure.SATISFIED);
    }

    @Test
    void findsTheVeryRequestsThatWereOpen() {
        for (String day : List.of(
                "2024-02-28", "2024-02-29", "2024-03-30", "2024-10-26", "2024-12-30", "2024-12-31", "2025-03-20")) {
            LocalDate last = LocalDate.parse(day);
            var query = new RowQuery(new Period(last.minusDays(3), last), Measure.OPEN, Dimension.ALL, "");
            List<Event> found = openRows(query);
            assertThat(found)
                    .as("open at the end of %s", day)
                    .isSortedAccordingTo(Comparator.comparing(Event::at).reversed())
                    .extracting(event -> event.request().reference())
                    .containsExactlyInAnyOrderElementsOf(oracle.requestsOpenAtEndOf(last).stream()
                            .map(id -> "T" + id)
                            .toList());
            Report report = claire.get(() -> statistics.report(query.period(), Set.of()));
            assertThat(report.openAtEnd()).isEqualTo(found.size());
        }
    }

    private List<Event> openRows(RowQuery query) {
        List<Event> found = new ArrayList<>();
        String cursor = null;
        do {
            RowPlace place = RowPlace.of(cursor);
            EventPage page = open.page(query, place, 7);
            assertThat(page.events().size()).isLessThanOrEqualTo(7);
            found.addAll(page.events());
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    @Test
    void countsTheSameAgain() {
        List<Map<String, Object>> counts = counts();
        List<Map<String, Object>> waits = waits();
        assertThat(counts).hasSizeGreaterThan(10_000);
        assertThat(waits).hasSizeGreaterThan(2_000);

        clock.setParis("2025-03-20T12:00");
        count.countFinishedDays();
        assertThat(counts()).isEqualTo(counts);

        jdbc.update("delete from statistics_count");
        count.countFinishedDays();
        assertThat(counts()).isEqualTo(counts);
        assertThat(waits()).isEqualTo(waits);
    }

    private List<Map<String, Object>> counts() {
        return jdbc.queryForList("select * from statistics_count order by grain, dimension, starts_on, measure, item");
    }

    private List<Map<String, Object>> waits() {
        return jdbc.queryForList("select * from statistics_wait order by grain, dimension, starts_on, item");
    }
}
