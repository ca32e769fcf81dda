package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.Roles;
import fr.rappel.shared.SpokenReference;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Event;
import fr.rappel.statistics.EventPage;
import fr.rappel.statistics.ExportContents;
import fr.rappel.statistics.Exports;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.FiguresBeingCounted;
import fr.rappel.statistics.ItemWords;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.RowQuery;
import fr.rappel.statistics.StatisticsRows;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The very rows behind a figure, each a link to its request; figure and period stand in the address. */
@Route(RowsAddress.PATH)
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/statistics.css")
class RowsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

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
        try {
            show(
                    query,
                    rows.page(
                            query, address.getSingleParameter(RowsAddress.AFTER).orElse(null)),
                    format);
        } catch (FiguresBeingCounted counting) {
            add(nothing(getTranslation(counting.getDefaultMessage(), counting.getArguments())));
        }
    }

    private void show(RowQuery query, EventPage page, FigureFormat format) {
        if (page.events().isEmpty()) {
            add(nothing(getTranslation("statistics.RowsView.empty")));
        } else {
            add(table(query.measure(), page.events(), format), next(query, page));
        }
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
                        .filter(by -> by == Dimension.ALL || BreakdownSection.DIMENSIONS.contains(by))
                        .orElse(Dimension.ALL),
                address.getSingleParameter(RowsAddress.ITEM)
                        .filter(item -> item.chars().noneMatch(Character::isISOControl))
                        .orElse(""));
    }

    private static Component nothing(String why) {
        Paragraph nothing = new Paragraph(why);
        nothing.addClassName("empty");
        return nothing;
    }

    private Component table(Measure measure, List<Event> events, FigureFormat format) {
        boolean rated = measure == Measure.RATED || measure == Measure.SATISFIED;
        FigureTable table = new FigureTable(
                getPageTitle(),
                Stream.of("at", "request", "agent", "outcome", "attempt", rated ? "score" : "wait", "topic", "region")
                        .map(column -> getTranslation("statistics.RowsView.column." + column))
                        .toList());
        List<Dimension> columns = List.of(
                Dimension.AGENT,
                Dimension.OUTCOME,
                Dimension.ATTEMPT,
                rated ? Dimension.SCORE : Dimension.MINUTES,
                Dimension.TOPIC,
                Dimension.REGION);
        Map<Dimension, Function<String, String>> labels = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            labels.put(dimension, words.labels(dimension, format.locale()));
        }
        for (Event event : events) {
            List<Component> cells = new ArrayList<>();
            cells.add(request(event.request().reference()));
            Map<Dimension, String> items = new EnumMap<>(event.items(calendar.zone()));
            for (Dimension dimension : columns) {
                String item = items.get(dimension);
                cells.add(new Span(
                        item == null
                                ? ""
                                : labels.getOrDefault(dimension, Function.identity())
                                        .apply(item)));
            }
            table.addRow(format.moment(event.at().atZone(calendar.zone())), cells);
        }
        return table;
    }

    private static Component request(String reference) {
        return new Anchor("console/demandes/" + reference, SpokenReference.of(reference));
    }

    private Component next(RowQuery query, EventPage page) {
        Div pages = new Div();
        pages.addClassName("pages");
        if (page.next() != null) {
            pages.add(new Anchor(
                    RowsAddress.after(
                            RowsAddress.of(query.period(), query.measure(), query.by(), query.item()), page.next()),
                    getTranslation("statistics.RowsView.older")));
        }
        return pages;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }
}
