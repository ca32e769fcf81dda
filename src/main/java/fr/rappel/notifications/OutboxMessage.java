package fr.rappel.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as one line of a list.
 *
 * @param reference of the request
 * @param fault why it was not sent, or not at the last try
 * @param faultDetail what the mail server answered
 * @param attempts tries so far
 * @param sendAfter when it is tried next, while it waits
 */
public record OutboxMessage(
        long id,
        String reference,
        MessageKind kind,
        String recipient,
        MessageState state,
        @Nullable MessageFault fault,
        @Nullable String faultDetail,
        int attempts,
        Instant createdAt,
        Instant sendAfter,
        @Nullable Instant sentAt) {

    /** Whether it may be queued again. */
    public boolean canBeResent() {
        return state != MessageState.WAITING;
    }
}
