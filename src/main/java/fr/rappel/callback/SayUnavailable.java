package fr.rappel.callback;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
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
}
