package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 2026-03-02, order",
        "1026-01-01, 2026-01-01, outside",
        "2026-01-01, 3000-01-01, outside",
        "-999999999-01-01, +999999999-12-31, outside",
        "2016-03-03, 2026-03-03, length"
    })
    void refusesWhatCannotBeCounted(LocalDate from, LocalDate to, String why) {
        assertThatThrownBy(() -> new Period(from, to))
                .isInstanceOf(PeriodRefused.class)
                .hasMessage("statistics.PeriodRefused." + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a month so far             | 2026-11-01 2026-11-15 | 2026-10-01 2026-10-15 | 2025-11-01 2025-11-15",
                "longer than the one before | 2026-03-01 2026-03-30 | 2026-02-01 2026-02-28 | 2025-03-01 2025-03-30",
                "a month                    | 2026-11-01 2026-11-30 | 2026-10-01 2026-10-31 | 2025-11-01 2025-11-30",
                "February                   | 2026-02-01 2026-02-28 | 2026-01-01 2026-01-31 | 2025-02-01 2025-02-28",
                "February of a leap year    | 2024-02-01 2024-02-29 | 2024-01-01 2024-01-31 | 2023-02-01 2023-02-28",
                "February after a leap year | 2025-02-01 2025-02-28 | 2025-01-01 2025-01-31 | 2024-02-01 2024-02-29",
                "not all of February        | 2024-02-01 2024-02-28 | 2024-01-01 2024-01-28 | 2023-02-01 2023-02-28",
                "January                    | 2026-01-01 2026-01-31 | 2025-12-01 2025-12-31 | 2025-01-01 2025-01-31",
                "a quarter so far           | 2026-10-01 2026-11-15 | 2026-07-01 2026-08-15 | 2025-10-01 2025-11-15",
                "two months of a quarter    | 2026-10-01 2026-11-30 | 2026-07-01 2026-08-31 | 2025-10-01 2025-11-30",
                "a quarter                  | 2026-07-01 2026-09-30 | 2026-04-01 2026-06-30 | 2025-07-01 2025-09-30",
                "a quarter of a leap year   | 2024-01-01 2024-03-31 | 2023-10-01 2023-12-31 | 2023-01-01 2023-03-31",
                "a year so far              | 2026-01-01 2026-05-15 | 2025-01-01 2025-05-15 | 2025-01-01 2025-05-15",
                "a year                     | 2024-01-01 2024-12-31 | 2023-01-01 2023-12-31 | 2023-01-01 2023-12-31",
                "two years                  | 2024-01-01 2025-12-31 | 2022-01-01 2023-12-31 | 2023-01-01 2024-12-31",
                "months of two quarters     | 2026-02-01 2026-04-30 | 2025-11-01 2026-01-31 | 2025-02-01 2025-04-30",
                "a week                     | 2026-11-23 2026-11-29 | 2026-11-16 2026-11-22 | 2025-11-23 2025-11-29",
                "a week from the 1st on     | 2026-06-01 2026-06-07 | 2026-05-25 2026-05-31 | 2025-06-01 2025-06-07",
                "seven days of a month      | 2026-02-01 2026-02-07 | 2026-01-01 2026-01-07 | 2025-02-01 2025-02-07",
                "a day                      | 2026-11-15 2026-11-15 | 2026-11-14 2026-11-14 | 2025-11-15 2025-11-15",
                "the first day of a month   | 2026-11-01 2026-11-01 | 2026-10-31 2026-10-31 | 2025-11-01 2025-11-01",
                "a leap day                 | 2024-02-29 2024-02-29 | 2024-02-28 2024-02-28 | 2023-02-28 2023-02-28",
                "any days                   | 2026-01-15 2026-03-03 | 2025-11-28 2026-01-14 | 2025-01-15 2025-03-03"
            })
    void knowsWhatItIsComparedWith(String what, String period, String before, String yearBefore) {
        assertThat(days(period).before()).as(what).isEqualTo(days(before));
        assertThat(days(period).yearBefore()).as(what).isEqualTo(days(yearBefore));
        assertThat(Comparison.BEFORE.of(days(period))).hasValue(days(before));
        assertThat(Comparison.YEAR.of(days(period))).hasValue(days(yearBefore));
        assertThat(Comparison.NONE.of(days(period))).isEmpty();
    }

    @Test
    void isComparedWithNothingOutsideOfWhatCanBeCounted() {
        assertThat(Comparison.BEFORE.of(days("2000-01-01 2000-01-31"))).isEmpty();
        assertThat(Comparison.YEAR.of(days("2000-12-01 2000-12-31"))).isEmpty();
        assertThat(days("2016-03-03 2026-03-02").days()).isEqualTo(3652);
    }

    @Test
    void coversDaysOf23And25Hours() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        assertThat(hours(period("2026-03-29", "2026-03-29").moments(paris))).isEqualTo(23);
        assertThat(hours(period("2026-10-25", "2026-10-25").moments(paris))).isEqualTo(25);
    }

    @Test
    void isReadFromWholeMonthsAndTheDaysAround() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            LocalDate from = LocalDate.of(2023, 11, 1).plusDays(random.nextInt(500));
            Period period = new Period(from, from.plusDays(random.nextInt(200)));
            List<LocalDate> days = new ArrayList<>();
            for (Span span : Span.of(period)) {
                if (span.grain() == Grain.MONTH) {
                    assertThat(span.from().getDayOfMonth()).isOne();
                    assertThat(span.to().plusDays(1).getDayOfMonth()).isOne();
                }
                days.addAll(span.from().datesUntil(span.to().plusDays(1)).toList());
            }
            assertThat(days)
                    .isEqualTo(period.from().datesUntil(period.to().plusDays(1)).toList());
        }
        assertThat(Span.of(period("2024-02-01", "2024-02-29")))
                .containsExactly(new Span(Grain.MONTH, LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29)));
    }

    @Test
    void namesTheFewestMinutesThatCoverAShare() {
        Waits waits = new Waits(new TreeMap<>(Map.of(0, 1L, 10, 3L, 480, 5L, 481, 1L)));
        assertThat(waits.calls()).isEqualTo(10);
        assertThat(waits.centile(50)).hasValue(480);
        assertThat(waits.centile(40)).hasValue(10);
        assertThat(waits.centile(90)).hasValue(480);
        assertThat(waits.centile(100)).hasValue(481);
        assertThat(new Waits(new TreeMap<>()).centile(50)).isEmpty();
    }

    private static long hours(Moments moments) {
        return java.time.Duration.between(moments.from(), moments.to()).toHours();
    }

    private static Period days(String firstAndLast) {
        String[] days = firstAndLast.split(" ");
        return period(days[0], days[1]);
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
