package fr.rappel.callback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one request, for whoever answers it.
 *
 * @param row the request as in lists
 * @param message what the visitor wrote, plain text
 * @param takenAt since when somebody holds it
 * @param unavailable when the visitor cannot be called
 * @param others other requests of the same company (SIREN) or telephone number, newest first
 */
public record CallbackSheet(
        CallbackRow row,
        String email,
        String message,
        Channel channel,
        @Nullable Instant takenAt,
        @Nullable Instant closedAt,
        List<Attempt> attempts,
        List<TimelineEntry> timeline,
        List<Unavailability> unavailable,
        List<CallbackRow> others) {

    /** The call that is going on, null if there is none. */
    public @Nullable Attempt openAttempt() {
        return attempts.stream()
                .filter(attempt -> attempt.endedAt() == null)
                .findFirst()
                .orElse(null);
    }

    /** Whether that person may still take back what was recorded last: an outcome, or an answer by mail. */
    public boolean canBeUndoneBy(String username, Instant now) {
        return UndoableStep.last(timeline)
                .filter(step -> step.canBeUndoneBy(username, now))
                .isPresent();
    }

    /** Whether what was recorded last is an answer by mail. */
    public boolean endsWithAnswer() {
        return UndoableStep.last(timeline)
                .filter(step -> step.outcome() == null)
                .isPresent();
    }
}
