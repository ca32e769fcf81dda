package fr.rappel.callback.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.calendar.LinePhrases;
import fr.rappel.calendar.LineState;
import fr.rappel.shared.Organisation;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Beside the form: is the line open, its hours and number, and what happens after sending. */
class LinePanel extends Div {

    /** What is known of the line. */
    @Service
    record Services(LineCalendar calendar, LinePhrases phrases, Clock clock) {}

    private final Services services;
    private final Span chip = new Span();

    LinePanel(Services services, Organisation organisation) {
        this.services = services;
        chip.addClassName("line-chip");
        Anchor number = new Anchor("tel:" + organisation.phone(), organisation.phoneDisplay());
        number.addClassName("phone");
        UnorderedList hours = new UnorderedList();
        services.phrases()
                .weeklyHours(services.calendar().weeklyHours(), getLocale())
                .forEach(line -> hours.add(new ListItem(line)));
        Section phone = new Section(
                new H2(getTranslation("callback.LinePanel.phone")),
                chip,
                number,
                new Paragraph(organisation.callTariff()),
                hours);
        phone.addClassName("panel");
        OrderedList steps = new OrderedList();
        for (String step : new String[] {"sent", "called", "closed"}) {
            steps.add(new ListItem(getTranslation("callback.LinePanel.step." + step)));
        }
        Section next = new Section(new H2(getTranslation("callback.LinePanel.next")), steps);
        next.addClassName("panel");
        add(phone, next);
    }

    /** The form outlives a reload of its page; what the line does may have changed by then. */
    @Override
    protected void onAttach(AttachEvent attach) {
        LineState state = services.calendar().now();
        chip.setText(services.phrases().state(state, getLocale()));
        chip.getElement().setAttribute("data-state", state.open() ? "open" : "closed");
    }
}
