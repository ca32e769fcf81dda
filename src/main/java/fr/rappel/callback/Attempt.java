package fr.rappel.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call to the visitor.
 *
 * @param number 1 for the first call of the request
 * @param agent user name of who called
 * @param endedAt null while the call is going on
 * @param outcome null while the call is going on
 * @param overrideReason why a supervisor called outside the line's hours; null otherwise
 */
public record Attempt(
        long id,
        int number,
        String agent,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable CallOutcome outcome,
        @Nullable String overrideReason) {}
