package fr.rappel.statistics.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.Roles;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.ItemWords;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.StatisticsRows;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;

/** The rows behind one's own figures; figure and period stand in the address, whose rows they are never does. */
@Route(RowsAddress.OWN_PATH)
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/statistics.css")
class OwnRowsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final StatisticsRows rows;
    private final ItemWords words;
    private final LineCalendar calendar;
    private final Clock clock;

    OwnRowsView(StatisticsRows rows, ItemWords words, LineCalendar calendar, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.calendar = calendar;
        this.clock = clock;
        addClassNames("statistics", "statistics-rows");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        Period period = Choice.period(address).orElseGet(() -> Preset.MONTH.period(today));
        Measure measure = Choice.named(Measure.values(), address.getSingleParameter(RowsAddress.MEASURE))
                .filter(OwnFiguresView::opens)
                .orElse(Measure.CALL);
        FigureFormat format = new FigureFormat(getLocale());
        removeAll();
        Header head = new Header(new H1(getPageTitle()));
        head.addClassName("view-head");
        add(
                head,
                new Paragraph(getTranslation(
                        "statistics.OwnRowsView.about",
                        getTranslation("statistics.measure." + measure),
                        format.day(period.from()),
                        format.day(period.to()))));
        String after = address.getSingleParameter(RowsAddress.AFTER).orElse(null);
        EventTable table = new EventTable(words, calendar.zone(), format);
        table.show(getPageTitle(), measure, () -> rows.own(period, measure, after), RowsAddress.own(period, measure));
        add(table);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("statistics.OwnRowsView.title");
    }
}
