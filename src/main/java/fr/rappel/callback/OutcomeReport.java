package fr.rappel.callback;

import fr.rappel.shared.CleanText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param note what the agent wrote, at most 4,000 characters; null or blank for none
 * @param callAt moment of the next call, only with {@link CallOutcome#CALL_LATER}
 * @param answer what the visitor is told, only with an outcome that {@linkplain CallOutcome#carriesAnswer carries} it
 */
public record OutcomeReport(
        CallOutcome outcome,
        @Nullable String note,
        @Nullable Instant callAt,
        @Nullable VisitorAnswer answer) {

    /** Longest note, in characters. */
    public static final int NOTE_MAX = 4_000;

    public OutcomeReport {
        note = note == null ? null : CleanText.multiline(note);
        if (note != null && CleanText.length(note) > NOTE_MAX) {
            throw new OutcomeRefused("noteTooLong");
        }
        if (answer != null && !outcome.carriesAnswer()) {
            throw new OutcomeRefused("answerNotTold");
        }
    }

    /** Without a word to the visitor. */
    public OutcomeReport(CallOutcome outcome, @Nullable String note, @Nullable Instant callAt) {
        this(outcome, note, callAt, null);
    }
}
