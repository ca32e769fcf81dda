package fr.rappel.notifications.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import fr.rappel.notifications.ReadyAnswer;
import fr.rappel.notifications.ReadyAnswerDraft;
import fr.rappel.notifications.ReadyAnswers;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Topic;
import fr.rappel.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes a ready answer and shows the mail that it makes. A refusal is told inside, so that nothing typed is lost. */
class ReadyAnswerDialog extends Dialog {

    private static final String KEYS = "notifications.ReadyAnswerDialog.";

    /** What it talks to. */
    @Service
    record Services(ReadyAnswers answers, ReferenceLists lists, Faq faq) {}

    private final Services services;
    private final TextField title = new TextField(getTranslation(KEYS + "answerTitle"));
    private final ComboBox<Topic> topic = new ComboBox<>(getTranslation(KEYS + "topic"));
    private final TextArea text = new TextArea(getTranslation(KEYS + "text"));
    private final MultiSelectComboBox<FaqEntry> questions =
            new MultiSelectComboBox<>(getTranslation(KEYS + "questions"));
    private final ComboBox<CallOutcome> outcome = new ComboBox<>(getTranslation(KEYS + "outcome"));
    private final TextArea note = new TextArea(getTranslation(KEYS + "note"));
    private final Paragraph problem = new Paragraph();

    /**
     * @param answer the one to change; null for a new one
     * @param save keeps it, or refuses
     */
    ReadyAnswerDialog(Services services, @Nullable ReadyAnswer answer, Consumer<ReadyAnswerDraft> save) {
        this.services = services;
        setHeaderTitle(getTranslation(KEYS + (answer == null ? "add" : "change")));
        setCloseOnOutsideClick(false);
        fields();
        if (answer != null) {
            show(answer.content());
        }
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        Div fields = new Div(title, topic, text, questions, outcome, note, problem);
        fields.addClassNames("dialog-fields", "ready-answer-fields");
        add(fields);
        addOpenedChangeListener(change -> title.focus());
        Button confirm = new Button(
                getTranslation(KEYS + "save"),
                click -> doing(() -> {
                    save.accept(draft());
                    close();
                }));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter()
                .add(
                        new Button(getTranslation(KEYS + "cancel"), click -> close()),
                        new Button(getTranslation(KEYS + "preview"), click -> doing(this::preview)),
                        confirm);
    }

    private void fields() {
        title.setMaxLength(ReadyAnswerDraft.TITLE_MAX);
        topic.setPlaceholder(getTranslation("notifications.ReadyAnswersView.everyTopic"));
        topic.setItems(services.lists().topics());
        topic.setItemLabelGenerator(Topic::label);
        topic.setClearButtonVisible(true);
        text.setMaxLength(VisitorAnswer.TEXT_MAX);
        text.setHelperText(getTranslation(
                KEYS + "textHelp",
                ReadyAnswerDraft.VARIABLES.stream()
                        .map(name -> "{{" + name + "}}")
                        .collect(Collectors.joining(", "))));
        questions.setItems(services.faq().themes().stream()
                .flatMap(theme -> theme.entries().stream())
                .toList());
        questions.setItemLabelGenerator(FaqEntry::question);
        outcome.setPlaceholder(getTranslation(KEYS + "noOutcome"));
        outcome.setItems(
                Stream.of(CallOutcome.values()).filter(CallOutcome::fitsMacro).toList());
        outcome.setItemLabelGenerator(one -> getTranslation("desk.outcome." + one));
        outcome.setClearButtonVisible(true);
        outcome.setHelperText(getTranslation(KEYS + "outcomeHelp"));
        note.setMaxLength(OutcomeReport.NOTE_MAX);
    }

    private void show(ReadyAnswerDraft content) {
        title.setValue(content.title());
        String code = content.topic();
        topic.setValue(code == null ? null : topicOf(code));
        text.setValue(content.text());
        questions.setValue(content.questions().stream()
                .map(services.faq()::entry)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        outcome.setValue(content.outcome());
        note.setValue(content.note());
    }

    /** A withdrawn topic stays with the answer that has it. */
    private Topic topicOf(String code) {
        Topic known = services.lists().topic(code).orElseGet(() -> new Topic(code, code));
        List<Topic> active = services.lists().topics();
        if (!active.contains(known)) {
            topic.setItems(Stream.concat(active.stream(), Stream.of(known)).toList());
        }
        return known;
    }

    private ReadyAnswerDraft draft() {
        Topic chosen = topic.getValue();
        return new ReadyAnswerDraft(
                title.getValue(),
                chosen == null ? null : chosen.code(),
                text.getValue(),
                outcome.getValue(),
                note.getValue(),
                questions.getValue().stream().map(FaqEntry::slug).toList());
    }

    private void preview() {
        new MessageDialog(title.getValue(), services.answers().preview(draft())).open();
    }

    private void doing(Runnable action) {
        problem.setText("");
        try {
            action.run();
        } catch (Refusal refusal) {
            problem.setText(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
        }
    }
}
