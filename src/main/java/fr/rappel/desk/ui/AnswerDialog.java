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
import org.jspecify.annotations.Nullable;

/** Asks something of the copy and answers in place: Enter asks, Enter again puts the first answer into the note, if there is one. */
abstract class AnswerDialog extends ActionDialog {

    private final Div answers = new Div();
    private final @Nullable Consumer<String> toNote;

    AnswerDialog(String keys, CopyQuestion question) {
        super(keys, question.wording());
        this.toNote = question.toNote();
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
        boolean first = answers.getChildren().findAny().isEmpty();
        Div answer = new Div();
        answer.addClassName("answer");
        sentences.forEach(sentence -> answer.add(new Paragraph(sentence)));
        answers.add(answer);
        Consumer<String> note = toNote;
        if (note != null) {
            Button put = new Button(getTranslation("desk.AnswerDialog.toNote"), click -> {
                note.accept(String.join("\n", sentences));
                close();
            });
            answer.add(put);
            if (first) {
                put.focus();
            }
        }
    }
}
