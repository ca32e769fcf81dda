package fr.rappel.callback;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A visitor says how satisfied they are.
 *
 * @param score from 1, not at all, to 5, very
 * @param comment may be empty
 */
public record Rate(
        @NotNull(message = "{REQUIRED}")
        @Min(value = 1, message = "{UNKNOWN_CODE}")
        @Max(value = 5, message = "{UNKNOWN_CODE}")
        @Nullable
        Integer score,

        @PlainText(min = 0, max = COMMENT_MAX) String comment) {

    /** Longest comment, in characters. */
    public static final int COMMENT_MAX = 1_000;

    public Rate {
        comment = CleanText.multiline(comment);
    }
}
