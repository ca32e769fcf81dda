package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.faq.Faq;
import fr.rappel.notifications.ReadyAnswerDraft;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an agent writes with an outcome: the internal note and, apart from it, what the visitor is told by mail. */
class OutcomeWords extends Div {

    /** What follows the reference where an answer is kept rather than a note. */
    private static final String ANSWER = "/answer";

    /** The outcomes of a call, in the order of their keys. */
    static final List<CallOutcome> OFFERED = List.of(
            CallOutcome.RESOLVED,
            CallOutcome.INFORMED,
            CallOutcome.NO_ANSWER,
            CallOutcome.MESSAGE_LEFT,
            CallOutcome.BUSY,
            CallOutcome.WRONG_NUMBER,
            CallOutcome.CALL_LATER,
            CallOutcome.OUT_OF_SCOPE,
            CallOutcome.DUPLICATE,
            CallOutcome.SPAM);

    private final TextArea note = new TextArea();
    private final AnswerFields answer;
    private final Details toVisitor;
    private final TypedNotes notes = TypedNotes.current();
    private String reference = "";

    /**
     * @param addNote adds the note without any outcome
     */
    OutcomeWords(Faq faq, Consumer<String> addNote) {
        addClassName("outcome-words");
        note.setLabel(getTranslation("desk.ActionZone.note"));
        note.setHelperText(getTranslation("desk.ActionZone.noteHelp"));
        note.setMaxLength(OutcomeReport.NOTE_MAX);
        note.addValueChangeListener(change -> notes.keep(reference, change.getValue()));
        answer = new AnswerFields(
                faq, getTranslation("desk.OutcomeWords.answer"), getTranslation("desk.OutcomeWords.answerHelp"));
        answer.onTyping(typed -> notes.keep(reference + ANSWER, typed));
        toVisitor = new Details(getTranslation("desk.OutcomeWords.title"), answer);
        Button alone =
                new Button(getTranslation("desk.OutcomeWords.addNote"), click -> addNote.accept(note.getValue()));
        alone.addThemeVariants(ButtonVariant.TERTIARY);
        add(note, toVisitor, alone);
    }

    /** Another request comes, with the note and the answer that were being typed for it. */
    void startAnew(String reference) {
        this.reference = reference;
        note.setValue(notes.of(reference));
        String typed = notes.of(reference + ANSWER);
        clearAnswer();
        if (!typed.isEmpty()) {
            answer.show(new VisitorAnswer(typed, List.of()));
            toVisitor.setOpened(true);
        }
    }

    void clearNote() {
        note.clear();
    }

    /** Adds lines to the note being typed. */
    void addToNote(String text) {
        note.setValue(note.isEmpty() ? text : note.getValue() + "\n" + text);
    }

    /** The report of an outcome. An answer waits for the outcome that closes. */
    OutcomeReport report(CallOutcome outcome, @Nullable Instant callAt) {
        return new OutcomeReport(outcome, note.getValue(), callAt, outcome.closes() ? answer.answer() : null);
    }

    /**
     * The report of a macro. What is being typed follows the macro's own words, so that nothing typed is lost.
     *
     * @param told the macro's answer with the request's values
     */
    OutcomeReport report(ReadyAnswerDraft macro, VisitorAnswer told) {
        CallOutcome outcome = Objects.requireNonNull(macro.outcome());
        VisitorAnswer typed = outcome.closes() ? answer.answer() : null;
        return new OutcomeReport(
                outcome, macro.note() + "\n" + note.getValue(), null, typed == null ? told : told.followedBy(typed));
    }

    /** An outcome was recorded. */
    void recorded(CallOutcome outcome) {
        note.clear();
        if (outcome.closes()) {
            clearAnswer();
        }
    }

    private void clearAnswer() {
        answer.clear();
        toVisitor.setOpened(false);
    }
}
