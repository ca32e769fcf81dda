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
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.ExportContents;
import fr.rappel.statistics.Exports;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.ItemWords;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.RowQuery;
import fr.rappel.statistics.StatisticsRows;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** The very rows behind a figure, each a link to its request; figure and period stand in the address. */
@Route(RowsAddress.PATH)
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/statistics.css")
class RowsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** What numbers are sorted by that stand beside the breakdown. */
    private static final Set<Dimension> LINKED = EnumSet.of(Dimension.ALL, Dimension.WEEK_HOUR);

    private final StatisticsRows rows;
    private final Exports exports;
    private final ItemWords words;
    private final LineCalendar calendar;
    private final Clock clock;

    RowsView(StatisticsRows rows, Exports exports, ItemWords words, LineCalendar calendar, Clock clock) {
        this.rows = rows;
        this.exports = exports;
        this.words = words;
        this.calendar = calendar;
        this.clock = clock;
        addClassNames("statistics", "statistics-rows");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        RowQuery query = query(address);
        FigureFormat format = new FigureFormat(getLocale());
        removeAll();
        Header head = new Header(new H1(getPageTitle()), new ExportButtons(exports, ExportContents.ROWS, () -> query));
        head.addClassName("view-head");
        Paragraph about = new Paragraph(getTranslation(
                "statistics.RowsView.about",
                getTranslation("statistics.measure." + query.measure()),
                words.labels(query.by(), format.locale()).apply(query.item()),
                format.day(query.period().from()),
                format.day(query.period().to())));
        add(head, about);
        String after = address.getSingleParameter(RowsAddress.AFTER).orElse(null);
        EventTable table = new EventTable(words, calendar.zone(), format);
        table.show(
                getPageTitle(),
                query.measure(),
                () -> rows.page(query, after),
                RowsAddress.of(query.period(), query.measure(), query.by(), query.item()));
        add(table);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("statistics.RowsView.title");
    }

    private RowQuery query(QueryParameters address) {
        return new RowQuery(
                Choice.period(address).orElseGet(() -> Preset.MONTH.period(today())),
                Choice.named(Measure.values(), address.getSingleParameter(RowsAddress.MEASURE))
                        .orElse(Measure.RECEIVED),
                Choice.named(Dimension.values(), address.getSingleParameter(RowsAddress.BY))
                        .filter(by -> LINKED.contains(by) || BreakdownSection.DIMENSIONS.contains(by))
                        .orElse(Dimension.ALL),
                address.getSingleParameter(RowsAddress.ITEM)
                        .filter(RowQuery::mayBeItem)
                        .orElse(""));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }
}
