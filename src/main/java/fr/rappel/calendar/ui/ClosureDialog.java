package fr.rappel.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.shared.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Asks why the line closes at once, and until when if that is known; it is the confirmation as well. */
class ClosureDialog extends Dialog {

    ClosureDialog(ZoneId zone, BiConsumer<String, @Nullable Instant> close) {
        setHeaderTitle(getTranslation("calendar.ClosureDialog.title"));
        TextField reason = new TextField(getTranslation("calendar.ClosureDialog.reason"));
        reason.setHelperText(getTranslation("calendar.ClosureDialog.reasonHelp"));
        reason.setMaxLength(200);
        reason.setWidthFull();
        Input until = new Input();
        until.setId("closure-until");
        until.setType("datetime-local");
        NativeLabel label = new NativeLabel(getTranslation("calendar.ClosureDialog.until"));
        label.setFor(until);
        Paragraph problem = new Paragraph();
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        Button confirm = new Button(getTranslation("calendar.ClosureDialog.confirm"), click -> {
            if (reason.getValue().isBlank()) {
                problem.setText(getTranslation("calendar.ExceptionDialog.labelMissing"));
                return;
            }
            try {
                close.accept(reason.getValue().strip(), instant(until.getValue(), zone));
                close();
            } catch (Refusal refusal) {
                problem.setText(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        Div fields = new Div(reason, label, until, problem);
        fields.addClassName("dialog-fields");
        add(new Paragraph(getTranslation("calendar.ClosureDialog.effect")), fields);
        addOpenedChangeListener(change -> reason.focus());
        getFooter().add(new Button(getTranslation("calendar.dialog.cancel"), click -> close()), confirm);
    }

    private static @Nullable Instant instant(String typed, ZoneId zone) {
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeParseException notGiven) {
            return null;
        }
    }
}
