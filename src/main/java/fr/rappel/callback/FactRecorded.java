package fr.rappel.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a request. Published in the transaction that made it true, once per line of the timeline.
 *
 * @param actor user name of who did it, or {@link TimelineEntry#VISITOR}; null for a rule, and for a request received
 * @param outcome of a call or a closing
 * @param until when the request comes back
 * @param answer what the visitor is told of a call or a closing, or by mail alone
 */
public record FactRecorded(
        String reference,
        FactKind kind,
        Instant at,
        @Nullable String actor,
        @Nullable CallOutcome outcome,
        @Nullable Instant until,
        @Nullable VisitorAnswer answer) {

    static FactRecorded of(String reference, TimelineEntry entry) {
        return new FactRecorded(
                reference, entry.kind(), entry.at(), entry.actor(), entry.outcome(), entry.until(), entry.answer());
    }
}
