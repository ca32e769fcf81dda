package fr.rappel.calendar;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
        @NotNull LocalDate date,

        @NotBlank @Size(max = LABEL_LENGTH) @Pattern(regexp = ONE_LINE)
        String label,

        @NotNull List<@NotNull OpenInterval> intervals) {

    static final int LABEL_LENGTH = 200;

    /** No control character and no half of a surrogate pair: neither can be shown, and PostgreSQL refuses some. */
    static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}]*";
}
