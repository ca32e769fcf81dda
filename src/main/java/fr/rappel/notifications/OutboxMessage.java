package fr.rappel.notifications;

import fr.rappel.shared.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as one line of a list.
 *
 * @param reference of the request it is about; null for a report
 * @param fault why it was not sent, or not at the last try
 * @param faultDetail what the mail server answered
 * @param attempts tries so far
 * @param sendAfter when it is tried next, while it waits
 */
public record OutboxMessage(
        long id,
        @Nullable String reference,
        MessageKind kind,
        String recipient,
        MessageState state,
        @Nullable MessageFault fault,
        @Nullable String faultDetail,
        int attempts,
        Instant createdAt,
        Instant sendAfter,
        @Nullable Instant sentAt) {

    /** What is read of it, and no more: words and files stay where they are. */
    static final String COLUMNS = "id, reference, kind, recipient, state, fault, fault_detail, attempts, created_at,"
            + " send_after, sent_at";

    /** Whether it came back, or was refused for good: its address is of no use. */
    public boolean isUndeliverable() {
        return state == MessageState.RETURNED || state == MessageState.FAILED && fault == MessageFault.REFUSED;
    }

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
