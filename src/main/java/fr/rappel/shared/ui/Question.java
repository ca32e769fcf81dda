package fr.rappel.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks once before something that cannot be taken back, and names it. */
public class Question extends Dialog {

    /**
     * @param keys start of the texts' keys, with its dot
     * @param arguments what the question names
     */
    public Question(String keys, Runnable action, Object... arguments) {
        setHeaderTitle(getTranslation(keys + "title"));
        add(new Paragraph(getTranslation(keys + "question", arguments)));
        Button confirm = new Button(getTranslation(keys + "confirm"), click -> {
            close();
            action.run();
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        Button keep = new Button(getTranslation("shared.Question.keep"), click -> close());
        addOpenedChangeListener(change -> keep.focus());
        getFooter().add(keep, confirm);
    }
}
