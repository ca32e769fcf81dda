package fr.rappel.callback;

import fr.rappel.shared.CleanText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor is told by mail, with an outcome or alone; the agent's note stays internal.
 *
 * @param text plain text, at most {@value #TEXT_MAX} characters; empty for none
 * @param questions last parts of the addresses of public questions that answer it, at most {@value #QUESTIONS_MAX}
 */
public record VisitorAnswer(String text, List<String> questions) {

    /** Longest text, in characters. */
    public static final int TEXT_MAX = 4_000;

    /** Most public questions. */
    public static final int QUESTIONS_MAX = 5;

    private static final String SEPARATOR = ",";

    /** @throws OutcomeRefused if the text is too long or there are too many questions */
    public VisitorAnswer {
        text = CleanText.multiline(text);
        questions = List.copyOf(questions);
        if (CleanText.length(text) > TEXT_MAX) {
            throw new OutcomeRefused("answerTooLong");
        }
        if (questions.size() > QUESTIONS_MAX || questions.stream().anyMatch(slug -> !slug.matches("[a-z0-9-]{1,80}"))) {
            throw new OutcomeRefused("answerQuestions");
        }
    }

    /** The answer; null if it says nothing. */
    public static @Nullable VisitorAnswer of(@Nullable String text, @Nullable List<String> questions) {
        VisitorAnswer answer = new VisitorAnswer(
                Objects.requireNonNullElse(text, ""), Objects.requireNonNullElse(questions, List.<String>of()));
        return CleanText.isBlank(answer.text) && answer.questions.isEmpty() ? null : answer;
    }

    /**
     * This answer and another one after it.
     *
     * @throws OutcomeRefused if both together are too long
     */
    public VisitorAnswer followedBy(VisitorAnswer other) {
        return new VisitorAnswer(
                text + "\n\n" + other.text,
                Stream.concat(questions.stream(), other.questions.stream())
                        .distinct()
                        .toList());
    }

    /** The questions as one text, as stored. */
    public String joinedQuestions() {
        return String.join(SEPARATOR, questions);
    }

    /** Reads what was stored; null if nothing was. */
    public static @Nullable VisitorAnswer stored(@Nullable String text, @Nullable String joinedQuestions) {
        return of(
                text,
                joinedQuestions == null || joinedQuestions.isEmpty()
                        ? null
                        : List.of(joinedQuestions.split(SEPARATOR)));
    }
}
