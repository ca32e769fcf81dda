package fr.rappel.notifications;

import fr.rappel.shared.Tone;
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

    /** How its state is to be taken. One that waits needs attention if it could not be sent so far. */
    public Tone tone() {
        return switch (state) {
            case SENT -> Tone.GOOD;
            case WAITING -> fault == null ? Tone.WAITING : Tone.ATTENTION;
            case FAILED, RETURNED -> Tone.BAD;
            case ABANDONED -> Tone.OVER;
        };
    }
}
