package fr.rappel.calendar;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.PlainText;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;

/**
 * Command: give one date hours of its own.
 *
 * @param date today or later, in the zone of the line
 * @param label why, in words for the public, at most {@value #LABEL_LENGTH} characters on one line
 * @param intervals the hours of that day; none closes the line all day
 */
public record AddException(
        @NotNull(message = "{REQUIRED}") LocalDate date,
        @PlainText(max = LABEL_LENGTH) String label,
        @NotNull(message = "{REQUIRED}") List<OpenInterval> intervals) {

    static final int LABEL_LENGTH = 200;

    public AddException {
        label = CleanText.clean(label);
    }
}
