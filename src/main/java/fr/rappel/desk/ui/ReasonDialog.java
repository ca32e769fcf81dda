package fr.rappel.desk.ui;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks a supervisor why: a call although the line is closed, a request opened again. The reason is kept. */
class ReasonDialog extends ActionDialog {

    private final TextArea reason = new TextArea();
    private final Consumer<String> action;

    ReasonDialog(String keys, Wording wording, Consumer<String> action) {
        super(keys, wording);
        this.action = action;
        reason.setLabel(getTranslation(keys + "reason"));
        reason.setHelperText(getTranslation(keys + "help"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        ask(reason, reason);
    }

    @Override
    boolean act() {
        if (reason.getValue().isBlank()) {
            return refuse("REQUIRED");
        }
        action.accept(reason.getValue());
        return true;
    }
}
