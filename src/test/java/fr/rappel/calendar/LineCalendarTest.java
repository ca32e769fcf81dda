package fr.rappel.calendar;

import static fr.rappel.calendar.ScheduleBuilder.defaultWeek;
import static fr.rappel.calendar.ScheduleBuilder.intervals;
import static fr.rappel.calendar.ScheduleBuilder.paris;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The calendar as stored: first hours, exceptions, emergency closures, and answers that follow each change at once. */
@DatabaseTest
@RecordApplicationEvents
@WithMockUser(roles = "SUPERVISOR")
class LineCalendarTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final Instant NOW = TestClock.OPEN_TUESDAY;

    @Autowired
    LineCalendar calendar;

    @Autowired
    OpeningHoursSeed seed;

    @Autowired
    CurrentSchedule current;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    private final CalendarRows rows;

    LineCalendarTest(@Autowired JdbcClient jdbc) {
        rows = new CalendarRows(jdbc);
    }

    @BeforeEach
    @AfterEach
    void onlyTheFirstHours() {
        clock.set(NOW);
        rows.clear();
        current.refresh();
    }

    @Nested
    class FirstHours {

        @Test
        void areThoseOfTheDefaultData() {
            var hours = calendar.weeklyHours();

            for (var day : DayOfWeek.values()) {
                assertThat(hours.on(day))
                        .as(day.name())
                        .isEqualTo(intervals(defaultWeek().getOrDefault(day, "")));
            }
            assertThat(calendar.zone()).isEqualTo(ScheduleBuilder.PARIS);
        }

        @Test
        void areStoredOnce() {
            seed.afterSingletonsInstantiated();

            assertThat(rows.count("calendar_opening_hours")).isOne();
            assertThat(rows.count("calendar_opening_hours_interval")).isEqualTo(10);
        }

        @Test
        void areNotPutBackWhereOthersHold() {
            jdbc.sql("delete from calendar_opening_hours_interval where weekday = 5")
                    .update();
            try {
                seed.afterSingletonsInstantiated();

                assertThat(calendar.isOpen(paris("2026-03-06T10:00"))).isFalse();
            } finally {
                rows.clear();
                jdbc.sql("delete from calendar_opening_hours_interval").update();
                jdbc.sql("delete from calendar_opening_hours").update();
                seed.afterSingletonsInstantiated();
            }
            assertThat(calendar.isOpen(paris("2026-03-06T10:00"))).isTrue();
        }
    }

    @Nested
    class Answers {

        @Test
        void tellWhetherTheLineIsOpenAndWhatComesNext() {
            assertThat(calendar.now()).isEqualTo(calendar.stateAt(NOW));
            assertThat(calendar.now().closesAt()).isEqualTo(paris("2026-03-03T12:30"));
            assertThat(calendar.isOpen(paris("2026-03-03T12:29:59"))).isTrue();
            assertThat(calendar.isOpen(paris("2026-03-03T12:30:00"))).isFalse();
            assertThat(calendar.nextOpening(paris("2026-03-06T16:30"))).contains(paris("2026-03-09T09:00"));
            assertThat(calendar.nextClosing(paris("2026-03-06T16:30"))).contains(paris("2026-03-09T12:30"));
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 150, 151, 210, 420, 421, 2_040, 100_000})
        void countBackTheMinutesTheyWereAskedFor(long minutes) {
            for (var from : List.of(NOW, paris("2026-03-03T12:30"), paris("2026-04-06T10:00"), NOW.plusNanos(1))) {
                var reached = calendar.afterOpenMinutes(from, minutes);

                assertThat(calendar.openMinutesBetween(from, reached)).isEqualTo(minutes);
            }
        }

        @Test
        void countWholeMinutesOnly() {
            assertThat(calendar.openMinutesBetween(NOW, NOW.plusSeconds(119))).isOne();
            assertThat(calendar.openTimeBetween(NOW, NOW.plusSeconds(119))).isEqualTo(Duration.ofSeconds(119));
        }

        @Test
        void findNothingBetweenAnInstantAndAnEarlierOne() {
            assertThat(calendar.openMinutesBetween(NOW, NOW.minusSeconds(3600))).isZero();
            assertThat(calendar.openMinutesBetween(Instant.MAX, Instant.MIN)).isZero();
        }

        @Test
        void refuseMinutesThatCannotBe() {
            assertThatIllegalArgumentException().isThrownBy(() -> calendar.afterOpenMinutes(NOW, -1));
            assertThatExceptionOfType(NoOpeningKnown.class)
                    .isThrownBy(() -> calendar.afterOpenMinutes(NOW, Long.MAX_VALUE));
            assertThatExceptionOfType(NoOpeningKnown.class).isThrownBy(() -> calendar.afterOpenMinutes(Instant.MAX, 1));
            assertThatExceptionOfType(NoOpeningKnown.class).isThrownBy(() -> calendar.afterOpenMinutes(Instant.MIN, 1));
            assertThat(calendar.afterOpenMinutes(Instant.MAX, 0)).isEqualTo(Instant.MAX);
        }

        @Test
        void showTheWeekOfAnyOfItsDays() {
            var week = calendar.week(LocalDate.of(2026, 4, 12));

            assertThat(week)
                    .extracting(DaySchedule::date)
                    .startsWith(LocalDate.of(2026, 4, 6))
                    .hasSize(7);
            assertThat(week.getFirst().rule()).isEqualTo(Rule.HOLIDAY);
            assertThat(week.getFirst().isClosed()).isTrue();
            assertThat(week.get(4).intervals()).isEqualTo(intervals("09:00-12:00 13:30-16:30"));
            assertThat(week.getLast().isClosed()).isTrue();
        }

        @Test
        void endWithTheCalendar() {
            assertThat(calendar.days(TODAY, TODAY.minusDays(1))).isEmpty();
            assertThat(calendar.days(TODAY, TODAY)).hasSize(1);
            assertThat(calendar.week(LocalDate.of(1, 1, 1))).hasSize(7);
            for (var outside :
                    List.of(LocalDate.MIN, LocalDate.of(0, 12, 31), LocalDate.of(10000, 1, 1), LocalDate.MAX)) {
                assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> calendar.week(outside));
                assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> calendar.days(TODAY, outside));
            }
            // 31 December 9999 is a Friday: its week has two days that the calendar does not know.
            assertThatExceptionOfType(OutsideCalendar.class)
                    .isThrownBy(() -> calendar.week(LocalDate.of(9999, 12, 31)));
        }
    }

    @Nested
    class Exceptions {

        @Test
        void areSeenAtOnceAndUntilTheyAreRemoved() {
            long id = calendar.addException(
                    new AddException(TODAY, "  Réunion\r\nd’équipe ", intervals("15:00-16:00 11:00-12:00")));

            assertThat(calendar.now().rule()).isEqualTo(Rule.EXCEPTION);
            assertThat(calendar.now().reason()).isEqualTo("Réunion d’équipe");
            assertThat(calendar.now().opensAt()).isEqualTo(paris("2026-03-03T11:00"));
            assertThat(calendar.exceptions(TODAY))
                    .containsExactly(
                            new DatedException(id, TODAY, "Réunion d’équipe", intervals("11:00-12:00 15:00-16:00")));
            assertThat(calendar.exceptions(TODAY.plusDays(1))).isEmpty();

            calendar.removeException(id);

            assertThat(calendar.now().rule()).isEqualTo(Rule.WEEKLY);
            assertThat(calendar.now().open()).isTrue();
            assertThat(rows.count("calendar_exception_interval")).isZero();
            assertThat(events.stream(CalendarChanged.class)).hasSize(2);
        }

        @Test
        void mayCloseAllDayOrRunUntilMidnight() {
            calendar.addException(new AddException(TODAY, "Pont", List.of()));
            calendar.addException(new AddException(TODAY.plusDays(1), "Nuit", intervals("00:00-24:00")));

            assertThat(calendar.now().opensAt()).isEqualTo(paris("2026-03-04T00:00"));
            assertThat(calendar.nextClosing(NOW)).contains(paris("2026-03-05T00:00"));
            assertThat(rows.count("calendar_exception_interval")).isOne();
        }

        @Test
        void openAPublicHoliday() {
            calendar.addException(new AddException(LocalDate.of(2026, 4, 6), "Permanence", intervals("10:00-12:00")));

            assertThat(calendar.isOpen(paris("2026-04-06T10:00"))).isTrue();
        }

        @Test
        void areRefusedForADateThatHasOneIsPastOrOutside() {
            calendar.addException(new AddException(TODAY, "Pont", List.of()));

            assertThatExceptionOfType(DateHasException.class).isThrownBy(() -> add(TODAY, "10:00-11:00"));
            assertThatExceptionOfType(DateInThePast.class).isThrownBy(() -> add(TODAY.minusDays(1), ""));
            assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> add(LocalDate.of(10000, 1, 1), ""));
            assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> add(LocalDate.MIN, ""));
            assertThat(rows.count("calendar_exception")).isOne();
        }

        @Test
        void areRefusedIfTheirIntervalsOverlap() {
            assertThatExceptionOfType(OverlappingIntervals.class)
                    .isThrownBy(() -> add(TODAY, "09:00-12:00 11:59-13:00"));
            assertThat(rows.count("calendar_exception")).isZero();
            assertThat(calendar.now().rule()).isEqualTo(Rule.WEEKLY);
        }

        @Test
        void ofThePastStay() {
            long id = add(TODAY, "");
            clock.setParis("2026-03-04T00:00");

            assertThatExceptionOfType(DateInThePast.class).isThrownBy(() -> calendar.removeException(id));
            assertThatExceptionOfType(ExceptionNotFound.class).isThrownBy(() -> calendar.removeException(id + 1));
        }

        @Test
        void belongToTheDayOfTheLineNotOfTheServer() {
            // 00:30 on 4 March in Paris is still 3 March in UTC.
            clock.setParis("2026-03-04T00:30");

            assertThatExceptionOfType(DateInThePast.class).isThrownBy(() -> add(TODAY, ""));
        }

        private long add(LocalDate date, String intervals) {
            return calendar.addException(new AddException(date, "Pont", intervals(intervals)));
        }
    }

    @Nested
    class EmergencyClosures {

        @Test
        void closeFromNowOnUntilSomebodyReopens() {
            calendar.closeNow(" Alerte\nincendie ", null);

            assertThat(calendar.now().rule()).isEqualTo(Rule.EMERGENCY);
            assertThat(calendar.now().reason()).isEqualTo("Alerte incendie");
            assertThat(calendar.now().opensAt()).isNull();
            assertThat(calendar.isOpen(NOW.minusNanos(1))).isTrue();

            clock.advance(Duration.ofMinutes(20));
            calendar.reopen();

            assertThat(calendar.now().open()).isTrue();
            assertThat(events.stream(LineClosed.class)).containsExactly(new LineClosed(NOW, "Alerte incendie", null));
            assertThat(events.stream(LineReopened.class))
                    .containsExactly(new LineReopened(NOW.plus(Duration.ofMinutes(20))));
        }

        @Test
        void stayInTheCountOfThePast() {
            calendar.closeNow("Panne", null);
            clock.advance(Duration.ofMinutes(20));
            calendar.reopen();
            clock.advance(Duration.ofDays(30));

            assertThat(calendar.stateAt(NOW).rule()).isEqualTo(Rule.EMERGENCY);
            assertThat(calendar.openMinutesBetween(paris("2026-03-03T09:00"), paris("2026-03-03T17:00")))
                    .isEqualTo(420 - 20);
            assertThat(rows.count("calendar_closure")).isOne();
        }

        @Test
        void endByThemselvesAsAnnounced() {
            calendar.closeNow("Panne", paris("2026-03-03T11:00"));

            assertThat(calendar.now().opensAt()).isEqualTo(paris("2026-03-03T11:00"));
            clock.setParis("2026-03-03T11:00");
            assertThat(calendar.now().open()).isTrue();
            assertThatExceptionOfType(LineNotClosed.class).isThrownBy(calendar::reopen);
        }

        @Test
        void takeTheLatestReasonAndEnd() {
            calendar.closeNow("Panne", null);
            clock.advance(Duration.ofMinutes(5));
            calendar.closeNow("Réparation", paris("2026-03-03T10:30"));

            assertThat(calendar.stateAt(NOW).reason()).isEqualTo("Panne");
            assertThat(calendar.now().reason()).isEqualTo("Réparation");
            assertThat(calendar.now().opensAt()).isEqualTo(paris("2026-03-03T10:30"));
            assertThat(rows.count("calendar_closure")).isEqualTo(2);

            calendar.closeNow("Inondation", null);
            assertThat(calendar.now().reason()).isEqualTo("Inondation");
        }

        @Test
        void startAtOnceWhateverTheClocksFineness() {
            clock.set(NOW.plusNanos(999_999_999));
            calendar.closeNow("Panne", null);

            assertThat(calendar.now().rule()).isEqualTo(Rule.EMERGENCY);
        }

        @Test
        void needAnEndThatLiesAhead() {
            for (var end : List.of(NOW, NOW.plusNanos(999), NOW.minusSeconds(1), Instant.MIN)) {
                assertThatExceptionOfType(ClosureEndsTooEarly.class).isThrownBy(() -> calendar.closeNow("Panne", end));
            }
            for (var end : List.of(Instant.parse("+10000-01-01T00:00:00Z"), Instant.MAX)) {
                assertThatExceptionOfType(OutsideCalendar.class).isThrownBy(() -> calendar.closeNow("Panne", end));
            }
            assertThat(calendar.now().open()).isTrue();
        }

        @Test
        void cannotBeEndedWhenThereIsNone() {
            assertThatExceptionOfType(LineNotClosed.class).isThrownBy(calendar::reopen);
            assertThat(events.stream(CalendarChanged.class)).isEmpty();
        }
    }

    /** As if another node had written: no event here, only rows and a higher revision. */
    @Test
    void aChangeMadeElsewhereIsSeenWithTheNextLook() {
        jdbc.sql("insert into calendar_exception (version, on_date, label) values (0, ?, 'Ailleurs')")
                .param(TODAY)
                .update();
        current.follow();
        assertThat(calendar.now().rule()).as("revision unchanged").isEqualTo(Rule.WEEKLY);

        rows.advanceRevision();
        current.follow();
        assertThat(calendar.now().reason()).isEqualTo("Ailleurs");
    }
}
