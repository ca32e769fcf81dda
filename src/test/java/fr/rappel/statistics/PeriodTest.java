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

    @Test
    void knowsWhatItIsComparedWith() {
        Period february = period("2024-02-01", "2024-02-29");
        assertThat(february.before()).isEqualTo(period("2024-01-03", "2024-01-31"));
        assertThat(february.yearBefore()).isEqualTo(period("2023-02-01", "2023-02-28"));
        assertThat(period("2016-03-03", "2026-03-02").days()).isEqualTo(3652);
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

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
