package fr.rappel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The hours of each weekday from a date on, until the date from which others are valid.
 *
 * @param validFrom first day, in the zone of the line
 * @param days intervals of the weekdays on which the line opens, in the order of the week and of the clock
 */
public record WeeklyHours(LocalDate validFrom, Map<DayOfWeek, List<OpenInterval>> days) {

    /** @throws OverlappingIntervals if two intervals of the same weekday share a minute */
    public WeeklyHours {
        var ordered = new EnumMap<DayOfWeek, List<OpenInterval>>(DayOfWeek.class);
        days.forEach((day, intervals) -> {
            if (!intervals.isEmpty()) {
                ordered.put(day, OpenInterval.ofOneDay(intervals));
            }
        });
        days = Collections.unmodifiableMap(ordered);
    }

    /** The intervals of a weekday, in the order of the clock; none when the line stays closed. */
    public List<OpenInterval> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }
}
