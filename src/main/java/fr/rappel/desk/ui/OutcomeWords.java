package fr.rappel.desk.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an agent writes with an outcome: the internal note and, apart from it, what the visitor is told by mail. */
class OutcomeWords extends Div {

    private final TextArea note = new TextArea();
    private final TextArea answer = new TextArea();
    private final MultiSelectComboBox<FaqEntry> questions = new MultiSelectComboBox<>();
    private final Details toVisitor;

    OutcomeWords(Faq faq) {
        addClassName("outcome-words");
        note.setLabel(getTranslation("desk.ActionZone.note"));
        note.setHelperText(getTranslation("desk.ActionZone.noteHelp"));
        note.setMaxLength(OutcomeReport.NOTE_MAX);
        answer.setLabel(getTranslation("desk.OutcomeWords.answer"));
        answer.setHelperText(getTranslation("desk.OutcomeWords.answerHelp"));
        answer.setMaxLength(VisitorAnswer.TEXT_MAX);
        questions.setLabel(getTranslation("desk.OutcomeWords.questions"));
        questions.setItems(
                faq.themes().stream().flatMap(theme -> theme.entries().stream()).toList());
        questions.setItemLabelGenerator(FaqEntry::question);
        toVisitor = new Details(getTranslation("desk.OutcomeWords.title"), answer, questions);
        add(note, toVisitor);
    }

    void clear() {
        note.clear();
        clearAnswer();
    }

    void clearNote() {
        note.clear();
    }

    String note() {
        return note.getValue();
    }

    /** Adds lines to the note being typed. */
    void addToNote(String text) {
        note.setValue(note.isEmpty() ? text : note.getValue() + "\n" + text);
    }

    /** The report of an outcome. An answer waits for the outcome that closes. */
    OutcomeReport report(CallOutcome outcome, @Nullable Instant callAt) {
        return new OutcomeReport(outcome, note.getValue(), callAt, outcome.closes() ? answer() : null);
    }

    /** An outcome was recorded. */
    void recorded(CallOutcome outcome) {
        note.clear();
        if (outcome.closes()) {
            clearAnswer();
        }
    }

    private @Nullable VisitorAnswer answer() {
        return VisitorAnswer.of(
                answer.getValue(),
                questions.getValue().stream().map(FaqEntry::slug).toList());
    }

    private void clearAnswer() {
        answer.clear();
        questions.clear();
        toVisitor.setOpened(false);
    }
}
