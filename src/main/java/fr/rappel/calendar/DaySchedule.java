package fr.rappel.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The planned hours of one day. An emergency closure does not change the plan: whether the line is really open is
 * {@link LineState}'s word.
 *
 * @param date the day, in the zone of the line
 * @param intervals in the order of the clock, not overlapping; empty when the line stays closed all day
 * @param rule what decided: {@link Rule#EXCEPTION}, {@link Rule#HOLIDAY} or {@link Rule#WEEKLY}
 * @param reason the exception's label or the holiday's French name; none for the weekly hours
 */
public record DaySchedule(
        LocalDate date,
        List<OpenInterval> intervals,
        Rule rule,
        @Nullable String reason) {

    /** Whether the line stays closed all day. */
    public boolean isClosed() {
        return intervals.isEmpty();
    }
}
