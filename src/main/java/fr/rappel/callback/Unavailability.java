package fr.rappel.callback;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * When a visitor cannot be called: the days from the first to the last, or the same half of each. In the line's zone.
 *
 * @param id names it when it is withdrawn
 */
public record Unavailability(long id, LocalDate firstDay, LocalDate lastDay, DayPart part) {

    boolean covers(LocalDateTime moment) {
        return !moment.toLocalDate().isBefore(firstDay)
                && !moment.toLocalDate().isAfter(lastDay)
                && part.includes(moment.toLocalTime());
    }

    /** The first moment that is free again after one that is not. */
    LocalDateTime endAfter(LocalDateTime covered) {
        return switch (part) {
            case ALL_DAY -> lastDay.plusDays(1).atStartOfDay();
            case MORNING -> covered.toLocalDate().atTime(DayPart.MIDDAY);
            case AFTERNOON -> covered.toLocalDate().plusDays(1).atStartOfDay();
        };
    }
}
