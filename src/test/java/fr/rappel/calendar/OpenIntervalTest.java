package fr.rappel.calendar;

import static fr.rappel.calendar.ScheduleBuilder.intervals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenIntervalTest {

    @ParameterizedTest
    @CsvSource({
        "09:00, 09:00",
        "17:00, 09:00",
        "09:00:30, 12:00",
        "09:00, 12:00:00.5",
    })
    void refusesAnEndThatDoesNotFollowTheStartAndSeconds(LocalTime from, LocalTime to) {
        assertThatExceptionOfType(InvalidInterval.class).isThrownBy(() -> new OpenInterval(from, to));
    }

    @Test
    void containsItsStartAndNotItsEnd() {
        var morning = new OpenInterval(LocalTime.of(9, 0), LocalTime.of(12, 30));

        assertThat(morning.contains(LocalTime.of(9, 0))).isTrue();
        assertThat(morning.contains(LocalTime.parse("12:29:59.999999999"))).isTrue();
        assertThat(morning.contains(LocalTime.of(12, 30))).isFalse();
        assertThat(morning.contains(LocalTime.parse("08:59:59"))).isFalse();
    }

    @Test
    void midnightAsEndIsTheEndOfTheDay() {
        var allDay = new OpenInterval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        assertThat(allDay.contains(LocalTime.MIDNIGHT)).isTrue();
        assertThat(allDay.contains(LocalTime.MAX)).isTrue();
        assertThat(allDay.endsWithDay()).isTrue();
    }

    @Test
    void aDayIsSortedAndMayHaveTouchingIntervals() {
        assertThat(OpenInterval.ofOneDay(intervals("13:30-17:00 09:00-12:30 12:30-13:30")))
                .isEqualTo(intervals("09:00-12:30 12:30-13:30 13:30-17:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "09:00-12:30 12:29-17:00",
        "09:00-17:00 10:00-11:00",
        "09:00-24:00 23:59-24:00",
        "09:00-10:00 09:00-10:00"
    })
    void aDayRefusesOverlap(String day) {
        assertThatExceptionOfType(OverlappingIntervals.class).isThrownBy(() -> OpenInterval.ofOneDay(intervals(day)));
    }
}
