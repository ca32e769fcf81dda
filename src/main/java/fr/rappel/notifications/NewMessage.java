package fr.rappel.notifications;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.VisitorAnswer;
import java.net.IDN;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message to be written into the outbox: what it tells, not yet its words.
 *
 * @param happenedAt when what it tells happened
 * @param until until when: the promise, the next try, the planned call
 * @param sendAfter earliest moment of sending
 */
record NewMessage(
        String reference,
        MessageKind kind,
        String recipient,
        Instant happenedAt,
        @Nullable Instant until,
        @Nullable CallOutcome outcome,
        @Nullable VisitorAnswer answer,
        Instant sendAfter) {

    /** The mailbox behind an address: case, what follows a plus sign and Punycode for an international domain make no other. */
    static String mailbox(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        if (at < 0) {
            return lower;
        }
        int plus = lower.indexOf('+');
        return lower.substring(0, plus > 0 && plus < at ? plus : at) + "@" + IDN.toUnicode(lower.substring(at + 1));
    }

    String mailbox() {
        return mailbox(recipient);
    }

    NewMessage moved() {
        return new NewMessage(
                reference, MessageKind.CALL_MOVED, recipient, happenedAt, until, outcome, answer, sendAfter);
    }

    NewMessage until(@Nullable Instant moment) {
        return new NewMessage(reference, kind, recipient, happenedAt, moment, outcome, answer, sendAfter);
    }
}
