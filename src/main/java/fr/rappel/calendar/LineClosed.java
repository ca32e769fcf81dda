package fr.rappel.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor has closed the line on the spot. Closing a closed line again replaces reason and end.
 *
 * @param at since when
 * @param reason in words for the public
 * @param until announced end, none when it is not known
 */
public record LineClosed(
        Instant at, String reason, @Nullable Instant until) {}
