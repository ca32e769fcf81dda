package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;

/** Asks something of the copy and answers in place: Enter asks, Enter again puts the first answer into the note. */
abstract class AnswerDialog extends ActionDialog {

    private final Div answers = new Div();
    private final Consumer<String> toNote;

    AnswerDialog(String keys, HeldRequest request) {
        super(keys, request.wording());
        this.toNote = request.toNote();
        answers.addClassName("answers");
        answers.getElement().setAttribute("role", "status");
        add(answers);
    }

    /** Asks, and shows answers or a refusal. */
    abstract void find();

    @Override
    boolean act() {
        answers.removeAll();
        find();
        return false;
    }

    @Override
    void ask(Focusable<?> first, Component... components) {
        super.ask(first, components);
        Shortcuts.addShortcutListener(this, this::confirm, Key.ENTER)
                .listenOn(components)
                .resetFocusOnActiveElement();
    }

    /** There is nothing to put into the note. */
    void sayNothingFound(String text) {
        answers.add(new Paragraph(text));
    }

    /** An answer as it is told and noted, what matters most first. */
    void answer(List<String> sentences) {
        Button put = new Button(getTranslation("desk.AnswerDialog.toNote"), click -> {
            toNote.accept(String.join("\n", sentences));
            close();
        });
        boolean first = answers.getChildren().findAny().isEmpty();
        Div answer = new Div();
        answer.addClassName("answer");
        sentences.forEach(sentence -> answer.add(new Paragraph(sentence)));
        answer.add(put);
        answers.add(answer);
        if (first) {
            put.focus();
        }
    }
}
