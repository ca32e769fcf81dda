package fr.rappel.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * Hours of one date that replace its holiday and its weekly hours.
 *
 * @param id what {@link LineCalendar#removeException} is given
 * @param date the day, in the zone of the line
 * @param label why, in words for the public
 * @param intervals in the order of the clock; empty when the line stays closed all day
 */
public record DatedException(long id, LocalDate date, String label, List<OpenInterval> intervals) {

    /** @throws OverlappingIntervals if two intervals share a minute */
    public DatedException {
        intervals = OpenInterval.ofOneDay(intervals);
    }
}
