package fr.rappel.callback;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as its visitor may see it.
 *
 * @param dueAt the promise: called by then
 * @param availableAt from when on it may be called
 * @param phone in E.164
 * @param events what happened, oldest first
 * @param unavailable when the visitor said not to call
 * @param rating what they said of the last closing; null if nothing
 * @param ratable whether they may rate it now, or correct what they said
 */
public record FollowUpState(
        String reference,
        Phase phase,
        Instant receivedAt,
        Instant dueAt,
        Instant availableAt,
        @Nullable CallOutcome outcome,
        @Nullable Instant closedAt,
        String phone,
        String email,
        List<FollowUpEvent> events,
        List<Unavailability> unavailable,
        @Nullable Rating rating,
        boolean ratable) {

    /** Where a request stands, in the visitor's eyes. */
    public enum Phase {
        /** In the queue. */
        WAITING,
        /** The next call comes later: at the moment agreed, or after an attempt. */
        PLANNED,
        /** Somebody is at it. */
        IN_HAND,
        CLOSED;

        static Phase of(CallbackRequest request, Instant now) {
            return switch (request.status()) {
                case CLOSED -> CLOSED;
                case TAKEN -> IN_HAND;
                // Who was taken for a robot is not told so.
                case WAITING, REVIEW -> request.availableAt().isAfter(now) ? PLANNED : WAITING;
            };
        }
    }

    /** Whether the number was the reason for which nobody was reached: correcting it opens the request again. */
    public boolean needsOtherPhone() {
        return outcome == CallOutcome.WRONG_NUMBER || outcome == CallOutcome.UNREACHABLE;
    }

    /** How the last call ended that did not close the request; null if there was none. */
    public @Nullable FollowUpEvent lastCall() {
        return events.stream()
                .filter(event -> event.kind() == FactKind.CALL_ENDED)
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
