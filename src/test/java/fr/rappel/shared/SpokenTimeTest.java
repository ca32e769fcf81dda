package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** French days and times, and the English beside them; "_" stands for a space that must not break. */
class SpokenTimeTest {

    private static final SpokenTime FRENCH = SpokenTime.in(Locale.FRANCE);
    private static final SpokenTime ENGLISH = SpokenTime.in(Locale.UK);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "00:00, 0_h, 0:00",
        "09:00, 9_h, 9:00",
        "09:05, 9_h_05, 9:05",
        "12:30, 12_h_30, 12:30",
        "23:59:59.9, 23_h_59, 23:59"
    })
    void timesAreHeldTogether(LocalTime time, String french, String english) {
        assertThat(FRENCH.time(time)).isEqualTo(unbroken(french));
        assertThat(ENGLISH.time(time)).isEqualTo(english);
    }

    @Test
    void anEndAtMidnightIsTheEndOfTheDay() {
        assertThat(FRENCH.endTime(LocalTime.MIDNIGHT)).isEqualTo(unbroken("24_h"));
        assertThat(FRENCH.endTime(LocalTime.of(17, 0))).isEqualTo(unbroken("17_h"));
        assertThat(ENGLISH.endTime(LocalTime.MIDNIGHT)).isEqualTo("24:00");
        assertThat(ENGLISH.endTime(LocalTime.of(17, 0))).isEqualTo("17:00");
    }

    @Test
    void datesWithTheirYearHaveNoWeekday() {
        assertThat(FRENCH.dateWithYear(LocalDate.of(2026, 12, 1))).isEqualTo("1er décembre 2026");
        assertThat(FRENCH.dateWithYear(LocalDate.of(2026, 12, 21))).isEqualTo("21 décembre 2026");
        assertThat(ENGLISH.dateWithYear(LocalDate.of(2026, 12, 1))).isEqualTo("1 December 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 2026-11-22, du 16 au 22 novembre 2026, from 16 to 22 November 2026",
        "2026-12-01, 2026-12-31, du 1er au 31 décembre 2026, from 1 to 31 December 2026",
        "2026-11-30, 2026-12-06, du 30 novembre au 6 décembre 2026, from 30 November to 6 December 2026",
        "2026-10-01, 2026-12-31, du 1er octobre au 31 décembre 2026, from 1 October to 31 December 2026",
        "2026-12-28, 2027-01-03, du 28 décembre 2026 au 3 janvier 2027, from 28 December 2026 to 3 January 2027"
    })
    void daysInCommonAreSaidOnce(LocalDate first, LocalDate last, String french, String english) {
        assertThat(FRENCH.days(first, last)).isEqualTo(french);
        assertThat(ENGLISH.days(first, last)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, mardi 24 novembre, Tuesday 24 November",
        "2026-05-01, vendredi 1er mai, Friday 1 May",
        "2026-08-02, dimanche 2 août, Sunday 2 August",
        "2024-02-29, jeudi 29 février, Thursday 29 February"
    })
    void datesHaveTheirWeekday(LocalDate date, String french, String english) {
        assertThat(FRENCH.date(date)).isEqualTo(french);
        assertThat(ENGLISH.date(date)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, hier, yesterday",
        "2026-03-03, aujourd’hui, today",
        "2026-03-04, demain, tomorrow",
        "2026-03-05, jeudi, Thursday",
        "2026-03-09, lundi, Monday",
        "2026-03-10, mardi 10 mars, Tuesday 10 March",
        "2026-03-01, dimanche 1er mars, Sunday 1 March",
        "2026-09-02, mercredi 2 septembre, Wednesday 2 September",
        "2026-09-03, jeudi 3 septembre 2026, Thursday 3 September 2026",
        "2025-09-01, lundi 1er septembre, Monday 1 September",
        "2025-08-31, dimanche 31 août 2025, Sunday 31 August 2025"
    })
    void daysAreNamedAsSeenFromToday(LocalDate date, String french, String english) {
        var tuesday = LocalDate.of(2026, 3, 3);

        assertThat(FRENCH.relativeDay(date, tuesday)).isEqualTo(french);
        assertThat(ENGLISH.relativeDay(date, tuesday)).isEqualTo(english);
    }

    @Test
    void instantsAreReadInTheirZone() {
        var evening = Instant.parse("2026-03-03T23:30:00Z");

        assertThat(FRENCH.relativeDayAndTime(evening, Instant.parse("2026-03-03T22:59:59Z"), PARIS))
                .isEqualTo(unbroken("demain à 0_h_30"));
        assertThat(FRENCH.relativeDayAndTime(evening, Instant.parse("2026-03-03T23:00:00Z"), PARIS))
                .isEqualTo(unbroken("aujourd’hui à 0_h_30"));
        assertThat(ENGLISH.relativeDayAndTime(evening, Instant.parse("2026-03-03T23:00:00Z"), PARIS))
                .isEqualTo("today at 0:30");
    }

    @Test
    void readersOfOtherLanguagesReadFrench() {
        assertThat(SpokenTime.in(Locale.GERMAN)).isSameAs(FRENCH).isNotSameAs(ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0_min, 0_min",
        "PT59.999S, 0_min, 0_min",
        "PT45M, 45_min, 45_min",
        "PT1H, 1_h, 1_h",
        "PT2H5M59S, 2_h_05, 2_h_5_min",
        "PT26H10M, 26_h_10, 26_h_10_min",
        "PT1234567H, 1_234_567_h, '1,234,567_h'"
    })
    void durationsAreRoundedDown(Duration duration, String french, String english) {
        assertThat(FRENCH.duration(duration)).isEqualTo(unbroken(french));
        assertThat(ENGLISH.duration(duration)).isEqualTo(unbroken(english));
    }

    @Test
    void aNegativeDurationIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FRENCH.duration(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> ENGLISH.duration(Duration.ofNanos(-1)));
    }

    @Test
    void weekdaysHaveTheirNames() {
        assertThat(FRENCH.day(DayOfWeek.SUNDAY)).isEqualTo("dimanche");
        assertThat(ENGLISH.day(DayOfWeek.SUNDAY)).isEqualTo("Sunday");
    }

    private static String unbroken(String words) {
        return words.replace('_', '\u00A0');
    }
}
