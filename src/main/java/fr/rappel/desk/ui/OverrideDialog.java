package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks a supervisor why a call is made although the line is closed; the reason is kept. */
class OverrideDialog extends Dialog {

    OverrideDialog(Consumer<String> call) {
        setHeaderTitle(getTranslation("desk.OverrideDialog.title"));
        TextArea reason = new TextArea(getTranslation("desk.OverrideDialog.reason"));
        reason.setHelperText(getTranslation("desk.OverrideDialog.help"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        Button confirm = new Button(getTranslation("desk.OverrideDialog.call"), click -> {
            if (reason.getValue().isBlank()) {
                reason.setInvalid(true);
                reason.setErrorMessage(getTranslation("REQUIRED"));
                return;
            }
            close();
            call.accept(reason.getValue());
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(reason);
        getFooter().add(new Button(getTranslation("desk.dialog.cancel"), click -> close()), confirm);
    }
}
