package fr.rappel.calendar;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a day during which the line is open, by the clock on the wall: {@code from} included, {@code to} excluded,
 * to the minute.
 *
 * @param from when the line opens; {@link LocalTime#MIDNIGHT} is the start of the day
 * @param to when it closes; {@link LocalTime#MIDNIGHT} is the end of the day, which people write 24:00
 */
public record OpenInterval(LocalTime from, LocalTime to) {

    /** @throws InvalidInterval if the end does not follow the start, or if either has seconds */
    public OpenInterval {
        boolean ordered = from.isBefore(to) || to.equals(LocalTime.MIDNIGHT);
        if (!ordered || hasSeconds(from) || hasSeconds(to)) {
            throw new InvalidInterval();
        }
    }

    /** Whether the line is open when the clock on the wall shows {@code time}. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(from) && (endsWithDay() || time.isBefore(to));
    }

    /** Whether the interval lasts until the end of the day, 24:00. */
    public boolean endsWithDay() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    /**
     * The intervals of one day in the order of the clock. Two may touch.
     *
     * @throws OverlappingIntervals if two of them share a minute
     */
    static List<OpenInterval> ofOneDay(List<OpenInterval> intervals) {
        var sorted = intervals.stream()
                .sorted(Comparator.comparing(OpenInterval::from))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).contains(sorted.get(i).from())) {
                throw new OverlappingIntervals();
            }
        }
        return sorted;
    }

    private static boolean hasSeconds(LocalTime time) {
        return !time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }
}
