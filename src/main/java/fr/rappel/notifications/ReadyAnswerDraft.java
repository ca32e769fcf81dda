package fr.rappel.notifications;

import fr.rappel.callback.CallOutcome;
import fr.rappel.shared.CleanText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ready answer as it is edited.
 *
 * @param title what agents choose it by, at most {@value #TITLE_MAX} characters
 * @param topic code of the topic that it answers; null for all of them
 * @param text plain text, in which the {@linkplain #VARIABLES names} between two braces stand for a request's values
 * @param outcome what a macro records; null for an answer only
 * @param note the internal note of a macro; empty for none
 * @param questions last parts of the addresses of public questions that go with it
 */
public record ReadyAnswerDraft(
        String title,
        @Nullable String topic,
        String text,
        @Nullable CallOutcome outcome,
        String note,
        List<String> questions) {

    public static final int TITLE_MAX = 120;

    /** What may stand between two braces. */
    public static final List<String> VARIABLES =
            List.of("prenom", "nom", "reference", "suivi", "telephone", "tarif", "organisation", "site");

    public ReadyAnswerDraft {
        title = CleanText.clean(title);
        text = CleanText.multiline(text);
        note = CleanText.multiline(note);
        questions = List.copyOf(questions);
    }

    /** Whether it records an outcome as well. */
    public boolean isMacro() {
        return outcome != null;
    }
}
