package fr.rappel.notifications;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.VisitorAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is written and sent.
 *
 * @param reference of the request it is about; null for one that has its words from the start
 * @param messageId its {@code Message-ID}, the same at every try
 * @param calendarSequence how many planned calls of its request were announced before
 * @param attempts tries so far, the running one included
 * @param queuedAt when it was queued, the last time
 * @param enclosure number of the file that goes with it
 * @param content its words; null before the first try
 */
record QueuedMessage(
        long id,
        @Nullable String reference,
        MessageKind kind,
        String recipient,
        String messageId,
        Instant happenedAt,
        @Nullable Instant until,
        @Nullable CallOutcome outcome,
        int calendarSequence,
        @Nullable VisitorAnswer answer,
        int attempts,
        Instant createdAt,
        Instant queuedAt,
        @Nullable Long enclosure,
        @Nullable MessageContent content) {

    QueuedMessage saying(MessageContent words) {
        return new QueuedMessage(
                id,
                reference,
                kind,
                recipient,
                messageId,
                happenedAt,
                until,
                outcome,
                calendarSequence,
                answer,
                attempts,
                createdAt,
                queuedAt,
                enclosure,
                words);
    }
}
