package fr.rappel.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a request. Published in the transaction that made it true, once per line of the timeline.
 *
 * @param actor user name of who did it; null for a visitor or a rule
 */
public record FactRecorded(
        String reference,
        FactKind kind,
        Instant at,
        @Nullable String actor) {}
