package fr.rappel.callback;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome that stands last on a timeline.
 *
 * @param actor who recorded it
 */
record RecordedOutcome(CallOutcome outcome, @Nullable String actor, Instant at) {

    /** None if a step of the treatment has happened since. */
    static Optional<RecordedOutcome> last(List<TimelineEntry> timeline) {
        List<TimelineEntry> steps =
                timeline.stream().filter(entry -> !entry.kind().isRemark()).toList();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        TimelineEntry last = steps.getLast();
        // The rule closes after the last call in vain; whoever made that call recorded it.
        boolean byRule = last.kind() == FactKind.CLOSED && last.actor() == null && steps.size() > 1;
        return Optional.of(byRule ? steps.get(steps.size() - 2) : last)
                .filter(entry -> entry.kind() == FactKind.CALL_ENDED || entry.kind() == FactKind.CLOSED)
                .map(entry -> new RecordedOutcome(Objects.requireNonNull(entry.outcome()), entry.actor(), entry.at()));
    }

    boolean canBeUndoneBy(String agent, Instant now) {
        return agent.equals(actor) && !now.isAfter(at.plus(CallbackCorrections.UNDO_FOR));
    }
}
