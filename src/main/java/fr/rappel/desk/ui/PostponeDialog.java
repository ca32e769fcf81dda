package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import fr.rappel.calendar.LineCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;

/**
 * Asks when to call again, in the line's time. The browser's own date and time field: it speaks the agent's language
 * and weighs nothing.
 */
class PostponeDialog extends Dialog {

    PostponeDialog(LineCalendar calendar, Consumer<Instant> postpone) {
        setHeaderTitle(getTranslation("desk.PostponeDialog.title"));
        Input moment = new Input();
        moment.setId("postpone-moment");
        moment.setType("datetime-local");
        moment.getElement().setAttribute("step", "300");
        Instant inAnHour = calendar.now().at().plus(Duration.ofHours(1));
        Instant proposal = calendar.nextOpening(inAnHour).orElse(inAnHour);
        String shown = proposal.atZone(calendar.zone())
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
        moment.setValue(shown);
        NativeLabel label = new NativeLabel(getTranslation("desk.PostponeDialog.moment"));
        label.setFor(moment);
        Paragraph problem = new Paragraph();
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        Button confirm = new Button(getTranslation("desk.PostponeDialog.confirm"), click -> {
            try {
                Instant chosen = LocalDateTime.parse(moment.getValue())
                        .atZone(calendar.zone())
                        .toInstant();
                close();
                postpone.accept(chosen);
            } catch (DateTimeParseException e) {
                problem.setText(getTranslation("callback.OutcomeRefused.momentMissing"));
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        add(label, moment, problem);
        getFooter().add(new Button(getTranslation("desk.dialog.cancel"), click -> close()), confirm);
    }
}
