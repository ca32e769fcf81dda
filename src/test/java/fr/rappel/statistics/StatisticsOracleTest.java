package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A line with every kind of life: the figures are those that a slow look at each fact gives. */
@DatabaseTest
class StatisticsOracleTest {

    private static final Set<Dimension> ALL = EnumSet.allOf(Dimension.class);

    private final Person claire = Person.supervisor("claire");

    @Autowired
    private Statistics statistics;

    @Autowired
    private DailyCount count;

    @Autowired
    private EventDays days;

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

    private void live(long seed, LocalDate first, int days, int requests) {
        oracle = new SlowCount(
                calendar, new InventedLine(data, jdbc).live(new InventedLives(seed, first, days), requests));
    }

    /** Two years each time, from shortly before a new year on: a leap year and the one after it, and two without. */
    @ParameterizedTest
    @CsvSource({"20240229, 2024", "7, 2026"})
    void countsWhatASlowLookCounts(long seed, int year) {
        live(seed, LocalDate.of(year - 1, 12, 21), 730, 500);
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
    void findsBehindEachNumberWhatASlowLookCounts() {
        live(20_240_229, LocalDate.of(2024, 12, 21), 20, 60);
        transaction.executeWithoutResult(status -> firstCalls.completeFrom(
                new Moments(Instant.parse("2024-12-01T00:00:00Z"), Instant.parse("2025-12-01T00:00:00Z"))));
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

    private void agree(String first, String last) {
        Period period = new Period(LocalDate.parse(first), LocalDate.parse(last));
        Report report = claire.get(() -> statistics.report(period, ALL, ALL));
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
        agreeOnWaits(period, report);
    }

    private void agreeOnWaits(Period period, Report report) {
        for (Dimension dimension : ALL) {
            Map<String, Map<Integer, Long>> waits = new HashMap<>();
            report.by(dimension).forEach((item, counted) -> {
                assertThat(counted.waits().calls()).isEqualTo(counted.events(Measure.FIRST_CALL));
                if (counted.waits().calls() > 0) {
                    waits.put(item, counted.waits().callsByMinutes());
                }
            });
            assertThat(waits)
                    .as("%s, %s to %s", dimension, period.from(), period.to())
                    .isEqualTo(oracle.waitsOf(period.from(), period.to(), dimension));
        }
        assertThat(report.waits())
                .isEqualTo(report.by(Dimension.ALL)
                        .getOrDefault("", Counted.NOTHING)
                        .waits());
    }

    private Amount behind(RowQuery query) {
        List<Event> events = days.days(query).stream()
                .flatMap(day -> days.events(day, query).stream())
                .toList();
        return new Amount(events.size(), events.stream().mapToLong(Event::total).sum());
    }
}
