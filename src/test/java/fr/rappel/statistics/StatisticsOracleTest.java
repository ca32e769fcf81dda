package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A line with every kind of life: the figures are those that a slow look at each fact gives. */
@DatabaseTest
class StatisticsOracleTest {

    private static final int REQUESTS = 500;
    private static final Set<Dimension> ALL = EnumSet.allOf(Dimension.class);

    private final Person claire = Person.supervisor("claire");

    @Autowired
    private Statistics statistics;

    @Autowired
    private DailyCount count;

    @Autowired
    private EventDays days;

    @Autowired
    private OpenRows open;

    @Autowired
    private FirstCalls firstCalls;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private LineCalendar calendar;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private SlowCount oracle;

    @BeforeEach
    void thirteenMonths() {
        live(20_240_229, LocalDate.of(2023, 12, 21), 400);
    }

    private void live(long seed, LocalDate first, int days) {
        oracle = new SlowCount(
                calendar, new InventedLine(data, jdbc).live(new InventedLives(seed, first, days), REQUESTS));
    }

    /** Two years each time, from shortly before a new year on: a leap year and the one after it, and two without. */
    @ParameterizedTest
    @CsvSource({"20240229, 2024", "7, 2026"})
    void countsWhatASlowLookCounts(long seed, int year) {
        live(seed, LocalDate.of(year - 1, 12, 21), 730);
        LocalDate newYear = LocalDate.of(year, 1, 1);
        transaction.executeWithoutResult(status -> firstCalls.completeFrom(
                new Period(newYear.minusMonths(1), newYear.plusYears(3)).moments(calendar.zone())));
        clock.setParis(year + "-06-10T12:00");
        count.countFinishedDays();
        agree(year + "-06-10", year + "-06-10");
        agree(year + "-05-20", year + "-06-10");
        agree(year - 1 + "-12-01", year + "-06-09");
        clock.setParis(year + "-06-25T12:00");
        agree(year + "-06-01", year + "-06-25");
        agree(year + "-06-12", year + "-06-20");

        LocalDate end = newYear.plusMonths(26);
        clock.setParis(end + "T12:00");
        count.countFinishedDays();
        for (LocalDate day : InventedLives.turns(newYear, end)) {
            agree(day.toString(), day.toString());
        }
        agree(newYear.toString(), newYear.plusYears(1).minusDays(1).toString());
        agree(newYear.plusYears(1).toString(), newYear.plusYears(2).minusDays(1).toString());
        agree(newYear.minusYears(1).toString(), end.toString());
        Random random = new Random(seed);
        for (int i = 0; i < 15; i++) {
            LocalDate from = newYear.minusDays(15).plusDays(random.nextInt(750));
            agree(from.toString(), from.plusDays(random.nextInt(120)).toString());
        }
    }

    @Test
    void knowsTheExactWaitsOfEachItem() {
        transaction.executeWithoutResult(status -> firstCalls.completeFrom(
                new Moments(Instant.parse("2023-12-01T00:00:00Z"), Instant.parse("2025-12-01T00:00:00Z"))));
        clock.setParis("2024-06-10T12:00");
        count.countFinishedDays();
        clock.setParis("2024-06-25T12:00");
        agreeOnWaits("2024-06-25", "2024-06-25");
        agreeOnWaits("2024-06-12", "2024-06-20");
        agreeOnWaits("2024-05-20", "2024-06-25");
        agreeOnWaits("2023-12-01", "2024-06-25");

        clock.setParis("2025-03-20T12:00");
        count.countFinishedDays();
        agreeOnWaits("2024-02-01", "2024-02-29");
        agreeOnWaits("2024-03-05", "2024-03-25");
        agreeOnWaits("2024-01-31", "2024-03-01");
        agreeOnWaits("2024-01-01", "2024-12-31");
        agreeOnWaits("2020-01-01", "2025-03-20");
        Random random = new Random(11);
        for (int i = 0; i < 25; i++) {
            LocalDate from = LocalDate.of(2023, 12, 15).plusDays(random.nextInt(420));
            agreeOnWaits(from.toString(), from.plusDays(random.nextInt(120)).toString());
        }

        List<Map<String, Object>> stored = storedWaits();
        assertThat(stored).hasSizeGreaterThan(2_000);
        jdbc.update("delete from statistics_count");
        count.countFinishedDays();
        assertThat(storedWaits()).isEqualTo(stored);
    }

    private void agreeOnWaits(String first, String last) {
        Period period = new Period(LocalDate.parse(first), LocalDate.parse(last));
        Report report = claire.get(() -> statistics.report(period, ALL, ALL));
        for (Dimension dimension : ALL) {
            Map<String, Map<Integer, Long>> waits = new HashMap<>();
            report.by(dimension).forEach((item, counted) -> {
                assertThat(counted.waits().calls()).isEqualTo(counted.events(Measure.FIRST_CALL));
                if (counted.waits().calls() > 0) {
                    waits.put(item, counted.waits().callsByMinutes());
                }
            });
            assertThat(waits)
                    .as("%s, %s to %s", dimension, first, last)
                    .isEqualTo(oracle.waitsOf(period.from(), period.to(), dimension));
        }
        assertThat(report.waits())
                .isEqualTo(report.by(Dimension.ALL)
                        .getOrDefault("", Counted.NOTHING)
                        .waits());
    }

    private List<Map<String, Object>> storedWaits() {
        return jdbc.queryForList("select * from statistics_wait order by grain, dimension, starts_on, item");
    }

    @Test
    void breaksDownIntoItemsThatAddUpToTheWhole() {
        clock.setParis("2025-03-20T12:00");
        count.countFinishedDays();
        clock.setParis("2025-03-25T12:00");
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
    void findsBehindEachNumberWhatASlowLookCounts() {
        transaction.executeWithoutResult(status -> firstCalls.completeFrom(
                new Moments(Instant.parse("2023-12-01T00:00:00Z"), Instant.parse("2025-12-01T00:00:00Z"))));
        clock.setParis("2025-01-01T12:00");
        count.countFinishedDays();
        clock.setParis("2025-01-03T12:00");
        Period turn = new Period(LocalDate.of(2024, 12, 28), LocalDate.of(2025, 1, 3));
        Map<Tally.Cell, Amount> expected = oracle.of(turn.from(), turn.to(), ALL);
        assertThat(expected).hasSizeGreaterThan(200);
        expected.forEach(
                (cell, amount) -> assertThat(behind(new RowQuery(turn, cell.measure(), cell.dimension(), cell.item())))
                        .as("%s", cell)
                        .isEqualTo(amount));
        for (Dimension dimension : ALL) {
            assertThat(behind(new RowQuery(turn, Measure.CALL, dimension, "99999999999 '; --")))
                    .as("%s", dimension)
                    .isEqualTo(Amount.NONE);
        }
    }

    @Test
    void findsTheVeryRequestsThatWereOpen() {
        clock.setParis("2025-03-20T12:00");
        count.countFinishedDays();
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
        clock.setParis("2024-05-02T00:14");
        count.countFinishedDays();
        assertThat(lastDay()).isEqualTo("2024-04-30");
        clock.setParis("2024-05-02T00:15");
        count.countFinishedDays();
        assertThat(lastDay()).isEqualTo("2024-05-01");
        clock.setParis("2025-03-20T12:00");
        count.countFinishedDays();
        List<String> rows = rows();
        assertThat(rows).hasSizeGreaterThan(10_000);

        count.countFinishedDays();
        assertThat(rows()).isEqualTo(rows);

        jdbc.update("delete from statistics_count");
        count.countFinishedDays();
        assertThat(rows()).isEqualTo(rows);
    }

    private void agree(String first, String last) {
        Period period = new Period(LocalDate.parse(first), LocalDate.parse(last));
        Report report = claire.get(() -> statistics.report(period, ALL));
        assertThat(InventedLine.cells(report))
                .as("%s to %s", first, last)
                .isEqualTo(oracle.of(period.from(), period.to(), ALL));
        assertThat(report.openAtEnd()).as("open on %s", last).isEqualTo(oracle.openAtEndOf(period.to()));
        assertThat(report.days()).hasSize((int) period.days()).allSatisfy(day -> {
            assertThat(day.open()).isEqualTo(oracle.openAtEndOf(day.date()));
            Map<Tally.Cell, Amount> expected = oracle.of(day.date(), day.date(), Set.of(Dimension.ALL));
            expected.forEach((cell, amount) ->
                    assertThat(day.counted().events(cell.measure())).isEqualTo(amount.events()));
        });
        assertThat(report.waits().calls()).isEqualTo(report.all().events(Measure.FIRST_CALL));
    }

    private Amount behind(RowQuery query) {
        List<Event> events = days.days(query).stream()
                .flatMap(day -> days.events(day, query).stream())
                .toList();
        return new Amount(events.size(), events.stream().mapToLong(Event::total).sum());
    }

    private String lastDay() {
        return jdbc.queryForObject("select max(starts_on) from statistics_count where grain = 'DAY'", String.class);
    }

    private List<String> rows() {
        return jdbc.query(
                "select * from statistics_count order by grain, dimension, starts_on, measure, item",
                (result, number) -> result.getString(1) + result.getString(2) + result.getString(3)
                        + result.getString(4) + result.getString(5) + result.getLong(6) + "/" + result.getLong(7));
    }
}
