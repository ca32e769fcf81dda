package fr.rappel.callback;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visitor says when not to call.
 *
 * @param lastDay the same as the first if it is left out
 */
public record SayUnavailable(
        @NotNull(message = "{REQUIRED}") @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @NotNull(message = "{REQUIRED}") @Nullable DayPart part) {

    public SayUnavailable {
        lastDay = lastDay == null ? firstDay : lastDay;
    }

    /**
     * @param today the day on the line's calendar
     * @throws FollowUpRefused if the days are past, too far away or in the wrong order
     */
    void requireAhead(LocalDate today) {
        LocalDate first = Objects.requireNonNull(firstDay);
        LocalDate last = Objects.requireNonNull(lastDay);
        if (last.isBefore(first)) {
            throw new FollowUpRefused("daysInOrder");
        }
        if (first.isBefore(today)) {
            throw new FollowUpRefused("pastDay");
        }
        if (last.isAfter(today.plusDays(CallbackCalls.LONGEST_POSTPONEMENT.toDays()))) {
            throw new FollowUpRefused("tooFar");
        }
    }
}
