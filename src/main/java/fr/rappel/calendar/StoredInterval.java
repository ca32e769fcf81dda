package fr.rappel.calendar;

import jakarta.persistence.Embeddable;
import java.time.LocalTime;

/** An interval as stored: minutes since the start of the day, 24:00 being 1440. */
@Embeddable
record StoredInterval(int opensMinute, int closesMinute) {

    private static final int END_OF_DAY = 24 * 60;

    static StoredInterval of(OpenInterval interval) {
        return new StoredInterval(
                minuteOf(interval.from()), interval.endsWithDay() ? END_OF_DAY : minuteOf(interval.to()));
    }

    OpenInterval toOpenInterval() {
        return new OpenInterval(timeOf(opensMinute), timeOf(closesMinute % END_OF_DAY));
    }

    private static int minuteOf(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static LocalTime timeOf(int minute) {
        return LocalTime.ofSecondOfDay(minute * 60L);
    }
}
