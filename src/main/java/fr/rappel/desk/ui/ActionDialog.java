package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.rappel.shared.Refusal;

/** Asks for what an action needs. A refusal is told inside, so that nothing typed is lost. */
abstract class ActionDialog extends Dialog {

    private final Wording wording;
    private final Paragraph problem = new Paragraph();
    private final Div fields = new Div();

    /**
     * @param keys start of the texts' keys, with its dot
     */
    ActionDialog(String keys, Wording wording) {
        this.wording = wording;
        setHeaderTitle(getTranslation(keys + "title"));
        fields.addClassName("dialog-fields");
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        Button confirm = new Button(getTranslation(keys + "confirm"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(fields, problem);
        getFooter().add(new Button(getTranslation("desk.dialog.cancel"), click -> close()), confirm);
    }

    /** Does what was asked for; false if the answer is not complete. */
    abstract boolean act();

    void ask(Focusable<?> first, Component... components) {
        fields.add(components);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                first.focus();
            }
        });
    }

    /** For what needs no answer but yes. */
    void explain(Component text) {
        fields.add(text);
    }

    boolean refuse(String key) {
        problem.setText(getTranslation(key));
        return false;
    }

    void confirm() {
        problem.setText("");
        try {
            if (act()) {
                close();
            }
        } catch (Refusal refusal) {
            problem.setText(wording.refusal(refusal));
        }
    }
}
