package fr.rappel.calendar;

import static fr.rappel.calendar.ScheduleBuilder.PARIS;
import static fr.rappel.calendar.ScheduleBuilder.defaultWeek;
import static fr.rappel.calendar.ScheduleBuilder.everyDay;
import static fr.rappel.calendar.ScheduleBuilder.intervals;
import static fr.rappel.calendar.ScheduleBuilder.line;
import static fr.rappel.calendar.ScheduleBuilder.paris;
import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.shared.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Sentences are written here with ordinary spaces, and "_" where the space must not break. */
class LinePhrasesTest {

    private final ResourceBundleMessageSource messages = messages();
    private final LinePhrases phrases = new LinePhrases(messages);

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/calendar");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-03T10:00 | Ouvert, jusqu’à 12_h_30                          | Open until 12:30
            2026-03-06T11:59 | Ouvert, jusqu’à 12_h                             | Open until 12:00
            2026-03-03T12:30 | Fermé, ouvre à 13_h_30                           | Closed, opens at 13:30
            2026-03-03T08:59 | Fermé, ouvre à 9_h                               | Closed, opens at 9:00
            2026-03-02T17:00 | Fermé, ouvre demain à 9_h                        | Closed, opens tomorrow at 9:00
            2026-03-06T16:30 | Fermé, ouvre lundi à 9_h                         | Closed, opens Monday at 9:00
            2026-04-03T18:00 | Fermé, ouvre mardi à 9_h                         | Closed, opens Tuesday at 9:00
            2026-04-06T10:00 | Fermé (Lundi de Pâques), ouvre demain à 9_h      | Closed (Easter Monday), opens tomorrow at 9:00
            2026-05-01T10:00 | Fermé (Fête du Travail), ouvre lundi à 9_h       | Closed (Labour Day), opens Monday at 9:00
            2026-12-24T10:00 | Fermé (Congés), ouvre lundi 4 janvier à 9_h      | Closed (Congés), opens Monday 4 January at 9:00
            2026-12-28T23:59 | Fermé (Congés), ouvre lundi 4 janvier à 9_h      | Closed (Congés), opens Monday 4 January at 9:00
            2026-12-29T00:00 | Fermé (Congés), ouvre lundi à 9_h                | Closed (Congés), opens Monday at 9:00
            2026-03-10T10:30 | Fermé (Réunion), ouvre à 11_h_05                 | Closed (Réunion), opens at 11:05
            2026-03-10T11:05 | Ouvert, jusqu’à 12_h                             | Open until 12:00
            2026-03-11T10:00 | Fermé (Panne du standard), ouvre à 11_h          | Closed (Panne du standard), opens at 11:00
            2026-03-12T10:00 | Fermé (Alerte incendie)                          | Closed (Alerte incendie)
            """)
    void sayWhetherTheLineIsOpenAndWhatComesNext(String at, String french, String english) {
        var schedule = line().exception("2026-12-24", "Congés", "")
                .exception("2026-12-28", "Congés", "")
                .exception("2026-12-29", "Congés", "")
                .exception("2026-12-30", "Congés", "")
                .exception("2026-12-31", "Congés", "")
                .exception("2026-03-10", "Réunion", "11:05-12:00")
                .closure("2026-03-11T09:30", "2026-03-11T11:00", "Panne du standard");
        if (at.startsWith("2026-03-12")) {
            schedule.closure(paris(at), Instant.MAX, "Alerte incendie");
        }
        assertSaid(schedule.build().stateAt(paris(at)), french, english);
    }

    @Test
    void nameTheYearOfAFarOpening() {
        var schedule =
                new ScheduleBuilder(PARIS).weekly("2027-01-01", defaultWeek()).build();

        assertSaid(
                schedule.stateAt(paris("2026-03-03T10:00")),
                "Fermé, ouvre lundi 4 janvier 2027 à 9_h",
                "Closed, opens Monday 4 January 2027 at 9:00");
    }

    @Test
    void sayLittleWhenNothingComesNext() {
        var never = new ScheduleBuilder(PARIS).weekly("1970-01-01", Map.of()).build();
        var always = new ScheduleBuilder(PARIS).weekly("1970-01-01", everyDay("00:00-24:00"));

        assertSaid(never.stateAt(paris("2026-03-03T10:00")), "Fermé", "Closed");
        assertSaid(always.closedOn(Set.of()).build().stateAt(paris("2026-03-03T10:00")), "Ouvert", "Open");
        // The next closing is Easter Monday, more than six days ahead.
        assertSaid(
                always.closedOn(Set.of(PublicHoliday.EASTER_MONDAY)).build().stateAt(paris("2026-03-03T10:00")),
                "Ouvert",
                "Open");
    }

    @Test
    void countAnEndAtMidnightToTheDayThatEnds() {
        var evening = new ScheduleBuilder(PARIS)
                .weekly("1970-01-01", everyDay("20:00-24:00"))
                .build();
        var night = new ScheduleBuilder(PARIS)
                .weekly("1970-01-01", everyDay("00:00-02:00 20:00-24:00"))
                .build();

        assertSaid(evening.stateAt(paris("2026-03-03T21:00")), "Ouvert, jusqu’à minuit", "Open until midnight");
        assertSaid(evening.stateAt(paris("2026-03-03T00:00")), "Fermé, ouvre à 20_h", "Closed, opens at 20:00");
        assertSaid(
                night.stateAt(paris("2026-03-03T21:00")),
                "Ouvert, jusqu’à demain à 2_h",
                "Open until tomorrow at 2:00");
        assertSaid(night.stateAt(paris("2026-03-03T01:00")), "Ouvert, jusqu’à 2_h", "Open until 2:00");
    }

    @Test
    void speakFrenchToEverybodyElse() {
        var state = line().build().stateAt(paris("2026-03-03T10:00"));

        assertThat(phrases.state(state, Locale.GERMAN)).isEqualTo(phrases.state(state, Locale.FRENCH));
        assertThat(phrases.state(state, Locale.CANADA_FRENCH)).isEqualTo(phrases.state(state, Locale.FRENCH));
        assertThat(phrases.state(state, Locale.UK)).isEqualTo(phrases.state(state, Locale.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource
    void nameEveryHolidayInBothLanguages(PublicHoliday holiday) {
        var day = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .map(line().build()::day)
                .filter(planned -> holiday.frenchName().equals(planned.reason()))
                .findFirst()
                .orElseThrow();

        assertThat(phrases.reason(day, Locale.FRENCH))
                .isEqualTo(holiday.frenchName().replace('\'', '’'));
        assertThat(phrases.reason(day, Locale.ENGLISH)).isNotBlank().isNotEqualTo(holiday.frenchName());
    }

    @Test
    void giveNoReasonForWeeklyHours() {
        assertThat(phrases.reason(line().build().stateAt(paris("2026-03-03T10:00")), Locale.FRENCH))
                .isNull();
        assertThat(phrases.reason(line().build().day(LocalDate.of(2026, 3, 3)), Locale.FRENCH))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | fermé                                       | closed
            09:00-12:30                         | 9_h_– 12_h_30                               | 9:00–12:30
            09:00-12:30 13:30-17:00             | 9_h_– 12_h_30 et 13_h_30_– 17_h             | 9:00–12:30 and 13:30–17:00
            00:00-06:05 09:00-12:00 20:00-24:00 | 0_h_– 6_h_05, 9_h_– 12_h et 20_h_– 24_h     | 0:00–6:05, 9:00–12:00 and 20:00–24:00
            """)
    void spellTheIntervalsOfADay(String intervals, String french, String english) {
        assertThat(phrases.intervals(intervals(intervals), Locale.FRENCH)).isEqualTo(french.replace('_', '\u00A0'));
        assertThat(phrases.intervals(intervals(intervals), Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void gatherTheDaysOfTheWeekWithEqualHours() {
        var hours = line().build().weeklyHours(LocalDate.of(2026, 3, 3));

        assertThat(phrases.weeklyHours(hours, Locale.FRENCH))
                .containsExactly(
                        "Du lundi au jeudi_: 9_h_– 12_h_30 et 13_h_30_– 17_h".replace('_', '\u00A0'),
                        "Vendredi_: 9_h_– 12_h et 13_h_30_– 16_h_30".replace('_', '\u00A0'));
        assertThat(phrases.weeklyHours(hours, Locale.ENGLISH))
                .containsExactly(
                        "Monday to Thursday: 9:00–12:30 and 13:30–17:00", "Friday: 9:00–12:00 and 13:30–16:30");
    }

    @Test
    void gatherTwoDaysAndSkipClosedOnes() {
        var week = everyDay("");
        week.put(DayOfWeek.MONDAY, "09:00-12:00");
        week.put(DayOfWeek.WEDNESDAY, "09:00-12:00");
        week.put(DayOfWeek.SATURDAY, "10:00-11:00");
        week.put(DayOfWeek.SUNDAY, "10:00-11:00");
        var hours =
                new ScheduleBuilder(PARIS).weekly("1970-01-01", week).build().weeklyHours(LocalDate.EPOCH);

        assertThat(phrases.weeklyHours(hours, Locale.FRENCH))
                .containsExactly(
                        "Lundi_: 9_h_– 12_h".replace('_', '\u00A0'),
                        "Mercredi_: 9_h_– 12_h".replace('_', '\u00A0'),
                        "Samedi et dimanche_: 10_h_– 11_h".replace('_', '\u00A0'));
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                new ClosureEndsTooEarly(),
                new DateHasException(),
                new DateInThePast(),
                new ExceptionNotFound(),
                new InvalidInterval(),
                new LineNotClosed(),
                new NoOpeningKnown(),
                new OutsideCalendar(),
                new OverlappingIntervals());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalHasItsSentence(Refusal refusal) {
        var french = messages.getMessage(refusal, Locale.FRENCH);
        var english = messages.getMessage(refusal, Locale.ENGLISH);

        assertThat(french).isNotEqualTo(refusal.getMessage()).endsWith(".").doesNotContain("'");
        assertThat(english)
                .isNotEqualTo(refusal.getMessage())
                .isNotEqualTo(french)
                .endsWith(".");
    }

    private void assertSaid(LineState state, String french, String english) {
        assertThat(phrases.state(state, Locale.FRENCH)).isEqualTo(french.replace('_', '\u00A0'));
        assertThat(phrases.state(state, Locale.ENGLISH)).isEqualTo(english);
    }
}
