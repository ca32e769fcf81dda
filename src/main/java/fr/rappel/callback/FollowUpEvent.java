package fr.rappel.callback;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a timeline as its visitor may read it: without notes, names and what was taken back.
 *
 * @param outcome of a call that reached nobody or ended with a date, or of a closing
 * @param until when the next call comes
 */
public record FollowUpEvent(
        FactKind kind,
        Instant at,
        @Nullable CallOutcome outcome,
        @Nullable Instant until) {

    private static final Set<FactKind> TOLD = EnumSet.of(
            FactKind.RECEIVED,
            FactKind.CALL_ENDED,
            FactKind.CLOSED,
            FactKind.ANSWERED,
            FactKind.REOPENED,
            FactKind.PHONE_CORRECTED,
            FactKind.EMAIL_CORRECTED,
            FactKind.MESSAGE_ADDED,
            FactKind.DOCUMENT_ADDED,
            FactKind.DOCUMENT_REFUSED,
            FactKind.UNAVAILABLE,
            FactKind.AVAILABLE_AGAIN,
            FactKind.RATED);

    private static final Set<FactKind> OUTCOMES = EnumSet.of(FactKind.CALL_ENDED, FactKind.CLOSED);
    private static final Set<FactKind> ANSWERS = EnumSet.of(FactKind.ANSWERED);

    static List<FollowUpEvent> of(List<TimelineEntry> timeline) {
        Deque<FollowUpEvent> told = new ArrayDeque<>();
        for (TimelineEntry entry : timeline) {
            if (entry.kind() == FactKind.UNDONE) {
                takeBack(told, OUTCOMES);
            } else if (entry.kind() == FactKind.ANSWER_UNDONE) {
                takeBack(told, ANSWERS);
            } else if (TOLD.contains(entry.kind()) && !isOnlyPartOfClosing(entry)) {
                told.add(new FollowUpEvent(entry.kind(), entry.at(), entry.outcome(), entry.until()));
            }
        }
        return List.copyOf(told);
    }

    /** What the mistaken step had said, whatever the visitor did since. */
    private static void takeBack(Deque<FollowUpEvent> told, Set<FactKind> mistaken) {
        var fromLast = told.descendingIterator();
        while (fromLast.hasNext()) {
            if (mistaken.contains(fromLast.next().kind())) {
                fromLast.remove();
                return;
            }
        }
    }

    private static boolean isOnlyPartOfClosing(TimelineEntry entry) {
        CallOutcome outcome = entry.outcome();
        return entry.kind() == FactKind.CALL_ENDED
                && (outcome == null || outcome.closes() || outcome == CallOutcome.INTERRUPTED);
    }
}
