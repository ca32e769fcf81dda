package fr.rappel.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Span;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.calendar.LinePhrases;
import fr.rappel.calendar.LineState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whether the line is open and until when, on every page of the console, true for as long as the page is open. */
class LineChip extends Span {

    private final Watch watch;
    private volatile @Nullable Said shown;

    LineChip(Watch watch) {
        this.watch = watch;
        addClassName("line-chip");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show(watch.calendar.now());
        watch.chips.add(this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        watch.chips.remove(this);
    }

    private void show(LineState state) {
        setText(watch.phrases.state(state, getLocale()));
        getElement().setAttribute("data-state", state.open() ? "open" : "closed");
        shown = Said.of(state);
    }

    /** Looks at the calendar for all of them: it changes by the clock, and by whoever closes the line. */
    @Component
    static class Watch {

        private final Set<LineChip> chips = ConcurrentHashMap.newKeySet();
        private final LineCalendar calendar;
        private final LinePhrases phrases;

        Watch(LineCalendar calendar, LinePhrases phrases) {
            this.calendar = calendar;
            this.phrases = phrases;
        }

        @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
        void look() {
            LineState state = calendar.now();
            Said now = Said.of(state);
            chips.stream()
                    .filter(chip -> !now.equals(chip.shown))
                    .forEach(chip -> chip.getUI().ifPresent(ui -> tell(ui, chip, state)));
        }

        private static void tell(UI ui, LineChip chip, LineState state) {
            try {
                ui.access(() -> chip.show(state));
            } catch (UIDetachedException e) {
                // The page was closed in between; its detaching removes the chip.
            }
        }
    }

    /** What the words depend on. The day counts too: "demain" becomes "aujourd’hui" at midnight. */
    private record Said(
            boolean open,
            @Nullable Instant closesAt,
            @Nullable Instant opensAt,
            @Nullable String reason,
            LocalDate day) {

        static Said of(LineState state) {
            LocalDate day = LocalDate.ofInstant(state.at(), state.zone());
            return new Said(state.open(), state.closesAt(), state.opensAt(), state.reason(), day);
        }
    }
}
