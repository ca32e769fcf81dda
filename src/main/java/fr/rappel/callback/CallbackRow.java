package fr.rappel.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as one line of a list.
 *
 * @param availableAt its place in the queue: when its turn comes
 * @param dueAt the promise: called by then
 * @param phone in E.164
 * @param takenBy user name of who holds it
 * @param attempts calls made so far
 */
public record CallbackRow(
        String reference,
        CallbackStatus status,
        Instant receivedAt,
        Instant availableAt,
        Instant dueAt,
        String firstName,
        String lastName,
        String siret,
        String phone,
        String region,
        String sector,
        String topic,
        CompanySize companySize,
        @Nullable String takenBy,
        int attempts,
        @Nullable CallOutcome outcome) {

    /** Whether the promise is broken at that instant: nobody closed or holds it although its time is over. */
    public boolean isOverdue(Instant now) {
        return status == CallbackStatus.WAITING && dueAt.isBefore(now);
    }
}
