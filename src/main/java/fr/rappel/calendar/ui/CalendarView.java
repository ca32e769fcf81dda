package fr.rappel.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import fr.rappel.calendar.AddException;
import fr.rappel.calendar.DatedException;
import fr.rappel.calendar.DaySchedule;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.calendar.LinePhrases;
import fr.rappel.calendar.LineState;
import fr.rappel.calendar.Rule;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import fr.rappel.shared.SpokenTime;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The supervisors' calendar: close at once, give a date its own hours, and see what the next thirty days will be. */
@Route("console/calendrier")
@Menu(order = 3, title = "calendar.CalendarView.title")
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/calendar.css")
class CalendarView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int DAYS_AHEAD = 30;

    private final LineCalendar calendar;
    private final LinePhrases phrases;
    private final Section now = new Section();
    private final Section exceptions = new Section();
    private final Section ahead = new Section();

    CalendarView(LineCalendar calendar, LinePhrases phrases) {
        this.calendar = calendar;
        this.phrases = phrases;
        addClassName("calendar-view");
        Header head = new Header(new H1(getTranslation("calendar.CalendarView.title")));
        head.addClassName("view-head");
        now.addClassName("panel");
        Div left = new Div(now, exceptions);
        left.addClassName("calendar-left");
        add(head, left, ahead);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("calendar.CalendarView.title");
    }

    private void refresh() {
        LineState state = calendar.now();
        LocalDate today = LocalDate.ofInstant(state.at(), calendar.zone());
        showNow(state);
        showExceptions(calendar.exceptions(today));
        showAhead(calendar.days(today, today.plusDays(DAYS_AHEAD)));
    }

    private void showNow(LineState state) {
        now.removeAll();
        Span chip = new Span(phrases.state(state, getLocale()));
        chip.addClassName("line-chip");
        chip.getElement().setAttribute("data-state", state.open() ? "open" : "closed");
        now.add(new H2(getTranslation("calendar.CalendarView.now")), chip);
        if (state.rule() == Rule.EMERGENCY) {
            Button reopen = new Button(getTranslation("calendar.CalendarView.reopen"), click -> run(calendar::reopen));
            reopen.addThemeVariants(ButtonVariant.PRIMARY);
            now.add(reopen);
        } else {
            Button close = new Button(
                    getTranslation("calendar.CalendarView.close"),
                    click -> new ClosureDialog(calendar.zone(), this::close).open());
            close.addThemeVariants(ButtonVariant.ERROR);
            now.add(close);
        }
    }

    private void showExceptions(List<DatedException> dates) {
        exceptions.removeAll();
        Button add =
                new Button(getTranslation("calendar.CalendarView.add"), click -> new ExceptionDialog(this::add).open());
        exceptions.add(new H2(getTranslation("calendar.CalendarView.exceptions")));
        if (dates.isEmpty()) {
            exceptions.add(new Paragraph(getTranslation("calendar.CalendarView.noException")));
        }
        UnorderedList list = new UnorderedList();
        dates.forEach(exception -> list.add(line(exception)));
        exceptions.add(list, add);
    }

    private ListItem line(DatedException exception) {
        String date = SpokenTime.in(getLocale()).date(exception.date());
        Button remove = new Button(getTranslation("calendar.CalendarView.remove"), click -> remove(exception));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel(getTranslation("calendar.CalendarView.removeNamed", date));
        return new ListItem(
                new Span(getTranslation(
                        "calendar.CalendarView.exception",
                        date,
                        exception.label(),
                        phrases.intervals(exception.intervals(), getLocale()))),
                remove);
    }

    /** Refusals are the dialog's to show, here and below: what was typed stays there. */
    private void close(String reason, @Nullable Instant until) {
        calendar.closeNow(reason, until);
        refresh();
    }

    private void add(AddException command) {
        calendar.addException(command);
        refresh();
    }

    private void remove(DatedException exception) {
        run(() -> calendar.removeException(exception.id()));
    }

    private void showAhead(List<DaySchedule> days) {
        ahead.removeAll();
        DescriptionList list = new DescriptionList();
        list.addClassName("days-ahead");
        for (DaySchedule day : days) {
            list.add(new DescriptionList.Term(SpokenTime.in(getLocale()).date(day.date())), description(day));
        }
        ahead.add(new H2(getTranslation("calendar.CalendarView.ahead")), list);
    }

    private Component description(DaySchedule day) {
        String hours = phrases.intervals(day.intervals(), getLocale());
        String reason = phrases.reason(day, getLocale());
        DescriptionList.Description description = new DescriptionList.Description(
                reason == null ? hours : getTranslation("calendar.CalendarView.dayFor", hours, reason));
        description.addClassName(day.intervals().isEmpty() ? "closed" : "open");
        return description;
    }

    private void run(Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Notification.show(
                            getTranslation(refusal.getDefaultMessage(), refusal.getArguments()),
                            6_000,
                            Notification.Position.BOTTOM_CENTER)
                    .addThemeVariants(NotificationVariant.ERROR);
        }
        refresh();
    }
}
