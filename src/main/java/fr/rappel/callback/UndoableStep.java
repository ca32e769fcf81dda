package fr.rappel.callback;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The step that stands last on a timeline, if it is one that can be taken back: an outcome, or an answer by mail.
 *
 * @param outcome null for an answer
 * @param actor who recorded it
 */
record UndoableStep(@Nullable CallOutcome outcome, @Nullable String actor, Instant at) {

    private static final Set<FactKind> UNDOABLE = EnumSet.of(FactKind.CALL_ENDED, FactKind.CLOSED, FactKind.ANSWERED);

    /** None if a step of the treatment has happened since. */
    static Optional<UndoableStep> last(List<TimelineEntry> timeline) {
        List<TimelineEntry> steps =
                timeline.stream().filter(entry -> !entry.kind().isRemark()).toList();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        TimelineEntry last = steps.getLast();
        // The rule closes after the last call in vain; whoever made that call recorded it.
        boolean byRule = last.kind() == FactKind.CLOSED && last.actor() == null && steps.size() > 1;
        return Optional.of(byRule ? steps.get(steps.size() - 2) : last)
                .filter(entry -> UNDOABLE.contains(entry.kind()))
                .map(entry -> new UndoableStep(entry.outcome(), entry.actor(), entry.at()));
    }

    boolean canBeUndoneBy(String agent, Instant now) {
        return agent.equals(actor) && !now.isAfter(at.plus(CallbackCorrections.UNDO_FOR));
    }
}
