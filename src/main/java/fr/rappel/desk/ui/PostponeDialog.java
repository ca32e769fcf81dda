package fr.rappel.desk.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
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
class PostponeDialog extends ActionDialog {

    private static final Duration STEP = Duration.ofMinutes(5);

    private final LineCalendar calendar;
    private final Consumer<Instant> postpone;
    private final Input moment = new Input();

    PostponeDialog(LineCalendar calendar, Wording wording, Consumer<Instant> postpone) {
        super("desk.PostponeDialog.", wording);
        this.calendar = calendar;
        this.postpone = postpone;
        moment.setId("postpone-moment");
        moment.setType("datetime-local");
        moment.getElement().setAttribute("step", String.valueOf(STEP.toSeconds()));
        moment.setValue(proposal().atZone(calendar.zone()).toLocalDateTime().toString());
        NativeLabel label = new NativeLabel(getTranslation("desk.PostponeDialog.moment"));
        label.setFor(moment);
        ask(moment, label, moment);
        Shortcuts.addShortcutListener(this, this::confirm, Key.ENTER).listenOn(moment);
    }

    @Override
    boolean act() {
        try {
            LocalDateTime named = LocalDateTime.parse(moment.getValue());
            if (calendar.zone().getRules().getValidOffsets(named).isEmpty()) {
                return refuse("callback.OutcomeRefused.momentSkipped");
            }
            postpone.accept(named.atZone(calendar.zone()).toInstant());
            return true;
        } catch (DateTimeParseException e) {
            return refuse("callback.OutcomeRefused.momentMissing");
        }
    }

    /** An hour from now, in whole steps, or when the line opens after that. */
    private Instant proposal() {
        long step = STEP.toSeconds();
        long seconds = calendar.now().at().plus(Duration.ofHours(1)).getEpochSecond();
        Instant inAnHour = Instant.ofEpochSecond((seconds + step - 1) / step * step);
        return calendar.nextOpening(inAnHour).orElse(inAnHour);
    }
}
