package fr.rappel.calendar;

import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;

/** An interval of a weekday as stored, Monday being 1. */
@Embeddable
record WeekdayInterval(int weekday, StoredInterval interval) {

    static WeekdayInterval of(DayOfWeek day, OpenInterval interval) {
        return new WeekdayInterval(day.getValue(), StoredInterval.of(interval));
    }

    DayOfWeek day() {
        return DayOfWeek.of(weekday);
    }

    OpenInterval toOpenInterval() {
        return interval.toOpenInterval();
    }
}
