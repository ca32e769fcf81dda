package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.calendar.AddException;
import fr.rappel.calendar.CalendarChanged;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.FactRecorded;
import fr.rappel.statistics.InventedLives.Fact;
import fr.rappel.statistics.InventedLives.Life;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A line whose calendar is changed in autumn: other weekly hours, as of spring, a day of summer closed after the event, an emergency
 * and closures to come. Waits that had ended before are those of the old calendar for ever, the others of the new one. Both
 * calendars are said again here, in plain words.
 */
class ChangedCalendarTest extends WithFigures {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 500;
    private static final String CHANGE = "2026-09-15T12:00";
    private static final Instant CHANGED_AT = Instant.parse("2026-09-15T10:00:00Z");
    private static final Instant EMERGENCY_ENDS = Instant.parse("2026-09-17T08:20:00Z");
    private static final LocalDate NEW_HOURS_FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate CLOSED_AFTERWARDS = LocalDate.of(2026, 6, 10);
    private static final List<LocalDate> CLOSED_TO_COME =
            List.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 24), LocalDate.of(2027, 2, 11));
    private static final Set<LocalDate> HOLIDAYS = Stream.of(
                    "2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01",
                    "2026-11-11 2026-12-25 2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-08 2027-05-17 2027-07-14",
                    "2027-08-15 2027-11-01 2027-11-11 2027-12-25")
            .flatMap(dates -> Stream.of(dates.split(" ")))
            .map(LocalDate::parse)
            .collect(Collectors.toSet());
    private static final Set<Dimension> ALL = EnumSet.allOf(Dimension.class);

    @Autowired
    private Statistics statistics;

    @Autowired
    private FirstCalls firstCalls;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcTemplate template;

    private List<Life> lives;
    private SlowCount oracle;

    @BeforeEach
    void aYearAndAHalf() {
        lives = new InventedLine(data, template).live(new InventedLives(1_789, FIRST, DAYS), 500);
        oracle = new SlowCount(
                (minute, knownAt) -> knownAt.isBefore(CHANGED_AT) ? isOpenBefore(minute) : isOpenAfter(minute), lives);
    }

    @AfterEach
    void theFirstHoursAgain() {
        changeCalendar("""
                delete from calendar_exception; delete from calendar_closure;
                delete from calendar_opening_hours_interval where opening_hours_id in
                    (select id from calendar_opening_hours where valid_from > '1970-01-01');
                delete from calendar_opening_hours where valid_from > '1970-01-01'""");
    }

    @Test
    void countsTheOpenMinutesOfThatTime() {
        clock.setParis(CHANGE);
        callThoseOf(at -> at.isBefore(CHANGED_AT));
        count.countFinishedDays();
        Period past = new Period(FIRST, LocalDate.of(2026, 9, 14));
        Report asItWas = report(past);
        agree(past);

        changeEverything();
        assertThat(calendar.isOpen(Instant.parse("2026-03-03T07:30:00Z")))
                .as("the new calendar speaks of the past")
                .isTrue();
        assertThat(oracleOfToday().of(past.from(), past.to(), ALL))
                .as("counted anew, the past would be another")
                .isNotEqualTo(InventedLine.cells(asItWas));
        assertThat(InventedLine.cells(report(past))).isEqualTo(InventedLine.cells(asItWas));
        assertThat(report(past).waits()).isEqualTo(asItWas.waits());

        clock.setParis("2027-07-01T12:00");
        callThoseOf(at -> !at.isBefore(CHANGED_AT));
        jdbc.sql("delete from statistics_count").update();
        count.countFinishedDays();
        assertThat(InventedLine.cells(report(past))).isEqualTo(InventedLine.cells(asItWas));
        agree(past);
        agree(new Period(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 18)));
        agree(new Period(FIRST, LocalDate.of(2027, 7, 1)));
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
            agree(new Period(from, from.plusDays(random.nextInt(90))));
        }
    }

    /** The first calls of these moments begin. */
    private void callThoseOf(Predicate<Instant> moments) {
        inTransaction(() -> {
            for (Life life : lives) {
                life.facts().stream()
                        .filter(fact -> fact.kind() == FactKind.CALL_STARTED)
                        .limit(1)
                        .filter(fact -> moments.test(fact.at()))
                        .forEach(fact -> firstCalls.on(started(life, fact)));
            }
        });
    }

    private static FactRecorded started(Life life, Fact fact) {
        return new FactRecorded("T" + life.id(), fact.kind(), fact.at(), fact.actor(), null, null, null);
    }

    private void changeEverything() {
        CLOSED_TO_COME.forEach(
                day -> claire.does(() -> calendar.addException(new AddException(day, "Fermeture", List.of()))));
        claire.does(() -> calendar.closeNow("Panne", EMERGENCY_ENDS));
        changeCalendar("""
                insert into calendar_exception (version, on_date, label) values (0, '%s', 'Pont');
                insert into calendar_opening_hours (valid_from) values ('%s');
                insert into calendar_opening_hours_interval (opening_hours_id, weekday, opens_minute, closes_minute)
                select id, weekday, 480, 1080 from calendar_opening_hours
                 cross join (values (1), (2), (3), (4), (5), (6)) weekdays (weekday)
                 where valid_from > '1970-01-01'""".formatted(CLOSED_AFTERWARDS, NEW_HOURS_FROM));
    }

    /** What no service does: the past is written anew. */
    private void changeCalendar(String statements) {
        inTransaction(() -> {
            Stream.of(statements.split(";")).forEach(template::update);
            jdbc.sql("update calendar_revision set revision = revision + 1").update();
            events.publishEvent(new CalendarChanged(clock.instant()));
        });
    }

    private static boolean isOpenBefore(Instant minute) {
        ZonedDateTime local = minute.atZone(PARIS);
        LocalTime time = local.toLocalTime();
        return switch (local.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> false;
            case FRIDAY -> isWorked(local) && (isIn(time, 9, 0, 12, 0) || isIn(time, 13, 30, 16, 30));
            default -> isWorked(local) && (isIn(time, 9, 0, 12, 30) || isIn(time, 13, 30, 17, 0));
        };
    }

    private static boolean isOpenAfter(Instant minute) {
        ZonedDateTime local = minute.atZone(PARIS);
        LocalDate day = local.toLocalDate();
        if (!minute.isBefore(CHANGED_AT) && minute.isBefore(EMERGENCY_ENDS)
                || day.equals(CLOSED_AFTERWARDS)
                || CLOSED_TO_COME.contains(day)) {
            return false;
        }
        return day.isBefore(NEW_HOURS_FROM)
                ? isOpenBefore(minute)
                : isWorked(local) && local.getDayOfWeek() != DayOfWeek.SUNDAY && isIn(local.toLocalTime(), 8, 0, 18, 0);
    }

    private static boolean isWorked(ZonedDateTime local) {
        return !HOLIDAYS.contains(local.toLocalDate());
    }

    private static boolean isIn(LocalTime time, int hour, int minute, int endHour, int endMinute) {
        return !time.isBefore(LocalTime.of(hour, minute)) && time.isBefore(LocalTime.of(endHour, endMinute));
    }

    private SlowCount oracleOfToday() {
        return new SlowCount(calendar, lives);
    }

    private void agree(Period period) {
        assertThat(InventedLine.cells(report(period)))
                .as("%s", period)
                .isEqualTo(oracle.of(period.from(), period.to(), ALL));
    }

    private Report report(Period period) {
        return claire.get(() -> statistics.report(period, ALL));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}
