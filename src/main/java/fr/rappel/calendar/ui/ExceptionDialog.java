package fr.rappel.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.calendar.AddException;
import fr.rappel.calendar.OpenInterval;
import fr.rappel.shared.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gives one date its own hours; none closes the line all day. */
class ExceptionDialog extends Dialog {

    ExceptionDialog(Consumer<AddException> add) {
        setHeaderTitle(getTranslation("calendar.ExceptionDialog.title"));
        Input date = new Input();
        date.setId("exception-date");
        date.setType("date");
        NativeLabel dateLabel = new NativeLabel(getTranslation("calendar.ExceptionDialog.date"));
        dateLabel.setFor(date);
        TextField label = new TextField(getTranslation("calendar.ExceptionDialog.label"));
        label.setMaxLength(200);
        label.setWidthFull();
        TextField hours = new TextField(getTranslation("calendar.ExceptionDialog.hours"));
        hours.setHelperText(getTranslation("calendar.ExceptionDialog.hoursHelp"));
        hours.setWidthFull();
        Paragraph problem = new Paragraph();
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        Button confirm = new Button(getTranslation("calendar.ExceptionDialog.confirm"), click -> {
            try {
                if (label.getValue().isBlank()) {
                    problem.setText(getTranslation("calendar.ExceptionDialog.labelMissing"));
                    return;
                }
                add.accept(new AddException(
                        LocalDate.parse(date.getValue()), label.getValue().strip(), intervals(hours.getValue())));
                close();
            } catch (DateTimeException unreadable) {
                problem.setText(getTranslation("calendar.ExceptionDialog.unreadable"));
            } catch (Refusal refusal) {
                problem.setText(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(dateLabel, date, label, hours, problem);
        fields.addClassName("dialog-fields");
        add(fields);
        addOpenedChangeListener(change -> date.focus());
        getFooter().add(new Button(getTranslation("calendar.dialog.cancel"), click -> close()), confirm);
    }

    /**
     * Reads hours such as "9:00-12:30, 13:30-17:00".
     *
     * @throws DateTimeException if they cannot be read
     */
    static List<OpenInterval> intervals(String typed) {
        List<OpenInterval> intervals = new ArrayList<>();
        for (String part : typed.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            String[] ends = part.split("[-–]");
            if (ends.length != 2) {
                throw new DateTimeException("An interval has two ends");
            }
            intervals.add(new OpenInterval(time(ends[0]), time(ends[1])));
        }
        return intervals;
    }

    private static LocalTime time(String typed) {
        String[] parts = typed.strip().replaceAll("\\s", "").split("[:hH]", 2);
        int hour = number(parts[0]);
        int minute = parts.length == 1 || parts[1].isEmpty() ? 0 : number(parts[1]);
        return hour == 24 && minute == 0 ? LocalTime.MIDNIGHT : LocalTime.of(hour, minute);
    }

    private static int number(String digits) {
        if (!digits.matches("[0-9]{1,2}")) {
            throw new DateTimeException("Not an hour");
        }
        return Integer.parseInt(digits);
    }
}
