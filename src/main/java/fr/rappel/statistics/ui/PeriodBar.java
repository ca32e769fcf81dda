package fr.rappel.statistics.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import fr.rappel.shared.Refusal;
import fr.rappel.statistics.Comparison;
import fr.rappel.statistics.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses a period, by name or by its dates, and what it is compared with. */
class PeriodBar extends Div {

    private final Supplier<LocalDate> today;
    private final Consumer<Choice> chosen;
    private final Map<Preset, Button> presets = new EnumMap<>(Preset.class);
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Select<Comparison> comparison = new Select<>();
    private final Paragraph refused = new Paragraph();
    private @Nullable Choice choice;

    /** @param today asked for each time: a page may stay open for days */
    PeriodBar(Supplier<LocalDate> today, Consumer<Choice> chosen) {
        this.today = today;
        this.chosen = chosen;
        addClassName("period-bar");
        Div names = new Div();
        names.addClassName("chips");
        names.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("statistics.PeriodBar.presets"));
        for (Preset preset : Preset.values()) {
            Button chip = new Button(
                    getTranslation("statistics.PeriodBar.preset." + preset),
                    click -> choose(preset.period(today.get())));
            chip.addClassName("chip");
            presets.put(preset, chip);
            names.add(chip);
        }
        from.setLabel(getTranslation("statistics.PeriodBar.from"));
        to.setLabel(getTranslation("statistics.PeriodBar.to"));
        DatePicker.DatePickerI18n words = dateWords();
        from.setI18n(words);
        to.setI18n(words);
        from.addValueChangeListener(change -> datesChanged(change.isFromClient()));
        to.addValueChangeListener(change -> datesChanged(change.isFromClient()));
        comparison.setLabel(getTranslation("statistics.PeriodBar.comparison"));
        comparison.setItems(Comparison.values());
        comparison.setItemLabelGenerator(item -> getTranslation("statistics.PeriodBar.comparison." + item));
        comparison.addValueChangeListener(change -> {
            if (change.isFromClient() && choice != null) {
                chosen.accept(choice.with(change.getValue()));
            }
        });
        refused.addClassName("refused");
        refused.getElement().setAttribute("role", "alert");
        Div fields = new Div(from, to, comparison);
        fields.addClassName("period-fields");
        add(names, fields, refused);
    }

    void show(Choice shown) {
        choice = shown;
        from.setValue(shown.period().from());
        to.setValue(shown.period().to());
        comparison.setValue(shown.comparison());
        refused.setText("");
        presets.forEach((preset, chip) -> chip.getElement()
                .setAttribute(
                        "aria-pressed",
                        String.valueOf(preset.period(today.get()).equals(shown.period()))));
    }

    void refuse(String why) {
        refused.setText(why);
    }

    private void datesChanged(boolean byHand) {
        if (byHand && (from.isEmpty() || to.isEmpty())) {
            // Emptied, or filled with what is no date.
            refuse(getTranslation("statistics.PeriodBar.noDate"));
        } else if (byHand) {
            try {
                choose(new Period(from.getValue(), to.getValue()));
            } catch (Refusal refusal) {
                refuse(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
            }
        }
    }

    /** The calendar in the language of the page; its weeks begin on Monday, as the heat map's. */
    private DatePicker.DatePickerI18n dateWords() {
        return new DatePicker.DatePickerI18n()
                .setMonthNames(Stream.of(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, getLocale()))
                        .toList())
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE))
                .setFirstDayOfWeek(1)
                .setToday(getTranslation("statistics.PeriodBar.preset.TODAY"))
                .setCancel(getTranslation("statistics.PeriodBar.cancel"));
    }

    /** From Sunday on, as the field counts them. */
    private List<String> weekdays(TextStyle style) {
        return IntStream.range(0, 7)
                .mapToObj(DayOfWeek.SUNDAY::plus)
                .map(day -> day.getDisplayName(style, getLocale()))
                .toList();
    }

    private void choose(Period period) {
        if (choice != null) {
            chosen.accept(choice.with(period));
        }
    }
}
