package fr.rappel.calendar;

import static fr.rappel.calendar.ScheduleBuilder.PARIS;
import static fr.rappel.calendar.ScheduleBuilder.everyDay;
import static fr.rappel.calendar.ScheduleBuilder.intervals;
import static fr.rappel.calendar.ScheduleBuilder.line;
import static fr.rappel.calendar.ScheduleBuilder.paris;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineScheduleTest {

    private final LineSchedule line = line().build();

    static Stream<CSVRecord> workedCases() {
        return ReferenceData.csv("horaires-cas.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("workedCases")
    void answersTheWorkedCases(CSVRecord row) {
        var at = Instant.parse(row.get("instant_utc"));
        boolean open = Boolean.parseBoolean(row.get("ouvert"));
        assertThat(at.atZone(PARIS).toOffsetDateTime()).isEqualTo(OffsetDateTime.parse(row.get("heure_paris")));

        var state = line.stateAt(at);

        assertThat(state.open()).as(row.get("note")).isEqualTo(open);
        assertThat(line.isOpen(at)).isEqualTo(open);
        if (open) {
            assertThat(state.opensAt()).isNull();
            assertThat(state.closesAt()).isAfter(at);
            assertThat(line.nextOpening(at)).contains(at);
        } else {
            var opens = OffsetDateTime.parse(row.get("prochaine_ouverture")).toInstant();
            assertThat(state.opensAt()).as(row.get("note")).isEqualTo(opens);
            assertThat(state.closesAt()).isNull();
            assertThat(line.nextOpening(at)).contains(opens);
        }
    }

    @Nested
    class Boundaries {

        @Test
        void openUntilTheEndExcluded() {
            var state = line.stateAt(paris("2026-03-03T12:29:59"));

            assertThat(state.open()).isTrue();
            assertThat(state.closesAt()).isEqualTo(paris("2026-03-03T12:30:00"));
            assertThat(line.isOpen(paris("2026-03-03T12:29:59.999999999"))).isTrue();
            assertThat(line.isOpen(paris("2026-03-03T12:30:00"))).isFalse();
        }

        @Test
        void nextClosingIsTheEndOfThisOpeningOrOfTheNextOne() {
            assertThat(line.nextClosing(paris("2026-03-03T10:00"))).contains(paris("2026-03-03T12:30"));
            assertThat(line.nextClosing(paris("2026-03-03T12:30"))).contains(paris("2026-03-03T17:00"));
            assertThat(line.nextClosing(paris("2026-03-06T12:15"))).contains(paris("2026-03-06T16:30"));
        }

        @Test
        void leapDayIsADayLikeAnother() {
            assertThat(line.stateAt(paris("2024-02-29T10:00")).closesAt()).isEqualTo(paris("2024-02-29T12:30"));
            assertThat(line.openTimeBetween(paris("2024-02-28T17:00"), paris("2024-03-01T09:00")))
                    .isEqualTo(Duration.ofHours(7));
            assertThat(line.openTimeBetween(paris("2025-02-27T17:00"), paris("2025-03-01T09:00")))
                    .isEqualTo(Duration.ofHours(6));
        }

        @Test
        void touchingIntervalsAndMidnightDoNotClose() {
            var schedule = new ScheduleBuilder(PARIS)
                    .weekly("1970-01-01", everyDay("00:00-02:00 20:00-22:00 22:00-24:00"))
                    .closedOn(Set.of())
                    .build();

            assertThat(schedule.stateAt(paris("2026-03-03T21:00")).closesAt()).isEqualTo(paris("2026-03-04T02:00"));
            assertThat(schedule.nextClosing(paris("2026-03-03T23:59:59"))).contains(paris("2026-03-04T02:00"));
        }

        @Test
        void aLineThatNeverClosesHasNoClosing() {
            var schedule = new ScheduleBuilder(PARIS)
                    .weekly("1970-01-01", everyDay("00:00-24:00"))
                    .closedOn(Set.of())
                    .build();

            var state = schedule.stateAt(paris("2026-03-03T21:00"));

            assertThat(state.open()).isTrue();
            assertThat(state.closesAt()).isNull();
            assertThat(schedule.openTimeBetween(paris("2026-01-01T00:00"), paris("2027-01-01T00:00")))
                    .isEqualTo(Duration.ofDays(365));
        }
    }

    @Nested
    class ClockChanges {

        static Stream<CSVRecord> clockChanges() {
            return ReferenceData.csv("changements-heure.csv").stream();
        }

        /** A line open from 01:00 to 04:00 by the wall clock: two hours in spring, four in autumn. */
        @ParameterizedTest
        @MethodSource("clockChanges")
        void durationsAreCountedAsLived(CSVRecord row) {
            var date = LocalDate.parse(row.get("date"));
            boolean spring = row.get("decalage_apres").equals("+02:00");
            var night = new ScheduleBuilder(PARIS)
                    .weekly("1970-01-01", everyDay("01:00-04:00"))
                    .closedOn(Set.of())
                    .build();
            var change = Instant.parse(row.get("instant_utc"));
            var midnight = date.atStartOfDay(PARIS).toInstant();
            var nextMidnight = date.plusDays(1).atStartOfDay(PARIS).toInstant();

            assertThat(night.openTimeBetween(midnight, nextMidnight)).isEqualTo(Duration.ofHours(spring ? 2 : 4));
            assertThat(night.stateAt(change).closesAt())
                    .isEqualTo(date.atTime(4, 0).atZone(PARIS).toInstant());
            assertThat(night.afterOpenTime(midnight, Duration.ofMinutes(90)))
                    .contains(date.atTime(1, 0).atZone(PARIS).toInstant().plus(Duration.ofMinutes(90)));
        }

        @Test
        void anHourThatIsSkippedIsNeverOpen() {
            var schedule = new ScheduleBuilder(PARIS)
                    .weekly("1970-01-01", everyDay("02:00-03:00"))
                    .build();

            assertThat(schedule.openTimeBetween(paris("2026-03-29T00:00"), paris("2026-03-30T00:00")))
                    .isZero();
            assertThat(schedule.nextOpening(paris("2026-03-29T00:00"))).contains(paris("2026-03-30T02:00"));
        }

        @Test
        void anHourThatIsRepeatedIsOpenTwice() {
            var schedule = new ScheduleBuilder(PARIS)
                    .weekly("1970-01-01", everyDay("02:15-02:45"))
                    .build();

            assertThat(schedule.openTimeBetween(paris("2026-10-25T00:00"), paris("2026-10-26T00:00")))
                    .isEqualTo(Duration.ofHours(1));
            assertThat(schedule.stateAt(Instant.parse("2026-10-25T00:30:00Z")).closesAt())
                    .isEqualTo(Instant.parse("2026-10-25T00:45:00Z"));
            assertThat(schedule.nextOpening(Instant.parse("2026-10-25T00:45:00Z")))
                    .contains(Instant.parse("2026-10-25T01:15:00Z"));
        }
    }

    @Nested
    class Order {

        private final LineSchedule schedule = line().exception("2026-04-06", "Permanence", "10:00-12:00")
                .exception("2026-04-07", "Pont", "")
                .closure("2026-04-06T11:00", "2026-04-06T11:30", "Panne du standard")
                .build();

        @Test
        void exceptionBeatsHoliday() {
            var state = schedule.stateAt(paris("2026-04-06T10:30"));

            assertThat(state.open()).isTrue();
            assertThat(state.rule()).isEqualTo(Rule.EXCEPTION);
            assertThat(state.reason()).isEqualTo("Permanence");
            assertThat(state.closesAt()).isEqualTo(paris("2026-04-06T11:00"));
        }

        @Test
        void emergencyBeatsException() {
            var state = schedule.stateAt(paris("2026-04-06T11:00"));

            assertThat(state.open()).isFalse();
            assertThat(state.rule()).isEqualTo(Rule.EMERGENCY);
            assertThat(state.reason()).isEqualTo("Panne du standard");
            assertThat(state.opensAt()).isEqualTo(paris("2026-04-06T11:30"));
        }

        @Test
        void exceptionBeatsWeeklyHours() {
            assertThat(schedule.stateAt(paris("2026-04-07T10:00")))
                    .isEqualTo(new LineState(
                            paris("2026-04-07T10:00"),
                            false,
                            Rule.EXCEPTION,
                            "Pont",
                            null,
                            paris("2026-04-08T09:00"),
                            PARIS));
        }

        @Test
        void holidayBeatsWeeklyHours() {
            var state = line.stateAt(paris("2026-04-06T10:30"));

            assertThat(state.open()).isFalse();
            assertThat(state.rule()).isEqualTo(Rule.HOLIDAY);
            assertThat(state.reason()).isEqualTo("Lundi de Pâques");
        }

        @Test
        void weeklyHoursNeedNoReason() {
            var state = line.stateAt(paris("2026-03-03T10:30"));

            assertThat(state.rule()).isEqualTo(Rule.WEEKLY);
            assertThat(state.reason()).isNull();
        }

        @Test
        void aHolidayOnWhichTheLineOpensIsAnOrdinaryDay() {
            var whitMondayWorked = line().closedOn(EnumSet.complementOf(EnumSet.of(PublicHoliday.WHIT_MONDAY)))
                    .build();

            assertThat(whitMondayWorked.stateAt(paris("2026-05-25T10:00")).rule())
                    .isEqualTo(Rule.WEEKLY);
            assertThat(whitMondayWorked.isOpen(paris("2026-05-25T10:00"))).isTrue();
            assertThat(whitMondayWorked.isOpen(paris("2026-04-06T10:00"))).isFalse();
        }

        @Test
        void twoHolidaysOnOneDayCloseEvenIfOneOfThemIsWorked() {
            // Ascension fell on 1 May in 2008.
            var ascensionWorked = line().closedOn(EnumSet.complementOf(EnumSet.of(PublicHoliday.ASCENSION)))
                    .build();

            assertThat(ascensionWorked.stateAt(paris("2008-05-01T10:00")).reason())
                    .isEqualTo("Fête du Travail");
        }
    }

    @Nested
    class Closures {

        @Test
        void withoutAnnouncedEndNothingIsKnownOfTheNextOpening() {
            var schedule = line().closure(paris("2026-03-03T10:00"), Instant.MAX, "Alerte incendie")
                    .build();

            var state = schedule.stateAt(paris("2026-03-03T10:30"));

            assertThat(state.rule()).isEqualTo(Rule.EMERGENCY);
            assertThat(state.opensAt()).isNull();
            assertThat(schedule.nextClosing(paris("2026-03-03T10:30"))).isEmpty();
            assertThat(schedule.afterOpenTime(paris("2026-03-03T09:50"), Duration.ofMinutes(10)))
                    .contains(paris("2026-03-03T10:00"));
            assertThat(schedule.afterOpenTime(paris("2026-03-03T09:50"), Duration.ofMinutes(11)))
                    .isEmpty();
        }

        @Test
        void closingAgainReplacesWhatWasSaidBefore() {
            var schedule = line().closure(paris("2026-03-03T10:00"), Instant.MAX, "Panne")
                    .closure("2026-03-03T10:30", "2026-03-03T11:00", "Réparation")
                    .build();

            assertThat(schedule.stateAt(paris("2026-03-03T10:29:59")).reason()).isEqualTo("Panne");
            assertThat(schedule.stateAt(paris("2026-03-03T10:29:59")).opensAt()).isEqualTo(paris("2026-03-03T11:00"));
            assertThat(schedule.stateAt(paris("2026-03-03T10:30")).reason()).isEqualTo("Réparation");
            assertThat(schedule.isOpen(paris("2026-03-03T11:00"))).isTrue();
        }

        @Test
        void aClosureIsKeptInTheCountOfThePast() {
            var schedule = line().closure("2026-03-03T10:00:15", "2026-03-03T10:20:45", "Panne")
                    .build();

            assertThat(schedule.openTimeBetween(paris("2026-03-03T00:00"), paris("2026-03-04T00:00")))
                    .isEqualTo(Duration.ofHours(7).minus(Duration.parse("PT20M30S")));
        }
    }

    @Nested
    class WeeklyHoursOverTime {

        private final LineSchedule schedule = line().weekly("2026-06-01", everyDay("08:00-20:00"))
                .weekly("2026-07-01", Map.of())
                .build();

        @Test
        void eachDayKeepsTheHoursOfItsTime() {
            assertThat(schedule.day(LocalDate.of(2026, 5, 31)).intervals()).isEmpty();
            assertThat(schedule.day(LocalDate.of(2026, 5, 29)).intervals())
                    .isEqualTo(intervals("09:00-12:00 13:30-16:30"));
            assertThat(schedule.day(LocalDate.of(2026, 6, 1)).intervals()).isEqualTo(intervals("08:00-20:00"));
            assertThat(schedule.day(LocalDate.of(2026, 7, 1)).intervals()).isEmpty();
        }

        @Test
        void nothingIsOpenBeforeTheFirstHours() {
            assertThat(schedule.isOpen(paris("1969-12-31T10:00"))).isFalse();
            assertThat(schedule.nextOpening(paris("1969-12-31T10:00"))).contains(paris("1970-01-02T09:00"));
        }

        @Test
        void noOpeningIsKnownOnceTheLineIsGivenUp() {
            assertThat(schedule.nextOpening(paris("2026-06-30T20:00"))).isEmpty();
        }
    }

    @Nested
    class Extremes {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-1000000000-01-01T00:00:00Z",
                    "0000-12-31T00:00:00Z",
                    "0001-01-01T00:00:00Z",
                    "9999-12-31T22:59:59Z",
                    "9999-12-31T23:00:00Z",
                    "+10000-06-01T00:00:00Z",
                    "+1000000000-12-31T23:59:59.999999999Z"
                })
        void everyInstantHasAnAnswer(Instant at) {
            assertThatNoException().isThrownBy(() -> {
                line.stateAt(at);
                line.nextOpening(at);
                line.nextClosing(at);
                line.afterOpenTime(at, Duration.ofMinutes(1));
                line.openTimeBetween(at, at);
            });
        }

        @Test
        void theFirstAndTheLastFiveYearsAreCounted() {
            var first = line.openTimeBetween(Instant.MIN, paris("1975-01-01T00:00"));
            var last = line.openTimeBetween(paris("9995-01-01T00:00"), Instant.MAX);

            // About 253 working days a year with six or seven open hours.
            assertThat(first.toHours()).isBetween(5L * 250 * 6, 5L * 256 * 7);
            assertThat(last.toHours()).isBetween(5L * 250 * 6, 5L * 256 * 7);
            assertThat(line.openTimeBetween(Instant.MAX, Instant.MIN)).isZero();
        }

        @Test
        void zonesOfFixedOffsetWork() {
            var utc = new ScheduleBuilder(ZoneId.of("UTC"))
                    .weekly("1970-01-01", everyDay("09:00-17:00"))
                    .build();

            assertThat(utc.nextOpening(Instant.parse("2026-03-03T17:00:00Z")))
                    .contains(Instant.parse("2026-03-04T09:00:00Z"));
        }
    }
}
