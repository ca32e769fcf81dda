package fr.rappel.desk.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the visitor is told: a text, and public questions that answer it. */
class AnswerFields extends Div {

    private final Faq faq;
    private final TextArea text = new TextArea();
    private final MultiSelectComboBox<FaqEntry> questions = new MultiSelectComboBox<>();

    /**
     * @param label of the text
     * @param help what becomes of it
     */
    AnswerFields(Faq faq, String label, String help) {
        this.faq = faq;
        addClassName("answer-fields");
        text.setLabel(label);
        text.setHelperText(help);
        text.setMaxLength(VisitorAnswer.TEXT_MAX);
        questions.setLabel(getTranslation("desk.OutcomeWords.questions"));
        questions.setItems(
                faq.themes().stream().flatMap(theme -> theme.entries().stream()).toList());
        questions.setItemLabelGenerator(FaqEntry::question);
        add(text, questions);
    }

    /** What was typed and chosen; null if nothing. */
    @Nullable
    VisitorAnswer answer() {
        return VisitorAnswer.of(
                text.getValue(),
                questions.getValue().stream().map(FaqEntry::slug).toList());
    }

    void show(VisitorAnswer answer) {
        text.setValue(answer.text());
        questions.setValue(answer.questions().stream()
                .map(faq::entry)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    }

    void onTyping(Consumer<String> taker) {
        text.addValueChangeListener(change -> taker.accept(change.getValue()));
    }

    void clear() {
        text.clear();
        questions.clear();
    }
}
