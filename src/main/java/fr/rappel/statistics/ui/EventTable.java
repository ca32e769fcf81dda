package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.rappel.shared.SpokenReference;
import fr.rappel.statistics.CountedRequest;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Event;
import fr.rappel.statistics.EventPage;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.FiguresBeingCounted;
import fr.rappel.statistics.ItemWords;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Unit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A page of events, each with what proves the figure that it counts in and a link to its request; leads to the next page. */
class EventTable extends Div {

    private final ItemWords words;
    private final ZoneId zone;
    private final FigureFormat format;

    EventTable(ItemWords words, ZoneId zone, FigureFormat format) {
        this.words = words;
        this.zone = zone;
        this.format = format;
    }

    /**
     * Shows a page, or that its days are still being counted.
     *
     * @param address of the first page
     */
    void show(String caption, Measure measure, Supplier<EventPage> rows, String address) {
        removeAll();
        try {
            show(caption, measure, rows.get(), address);
        } catch (FiguresBeingCounted counting) {
            Paragraph refused = new Paragraph(getTranslation(counting.getDefaultMessage(), counting.getArguments()));
            refused.addClassName("empty");
            add(refused);
        }
    }

    private void show(String caption, Measure measure, EventPage page, String address) {
        if (page.events().isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation("statistics.RowsView.empty"));
            nothing.addClassName("empty");
            add(nothing);
            return;
        }
        Div pages = new Div();
        pages.addClassName("pages");
        if (page.next() != null) {
            pages.add(new Anchor(RowsAddress.after(address, page.next()), getTranslation("statistics.RowsView.older")));
        }
        add(table(caption, measure, page.events()), pages);
    }

    private FigureTable table(String caption, Measure measure, List<Event> events) {
        Map<String, Function<Event, String>> columns = columns(measure);
        FigureTable table = new FigureTable(
                caption,
                Stream.concat(Stream.of("at", "request"), columns.keySet().stream())
                        .map(column -> getTranslation("statistics.RowsView.column." + column))
                        .toList());
        for (Event event : events) {
            List<Component> cells = new ArrayList<>();
            String reference = event.request().reference();
            cells.add(new Anchor("console/demandes/" + reference, SpokenReference.of(reference)));
            columns.values().forEach(text -> cells.add(new Span(text.apply(event))));
            table.addRow(format.moment(event.at().atZone(zone)), cells);
        }
        return table;
    }

    private Map<String, Function<Event, String>> columns(Measure measure) {
        Map<String, Function<Event, String>> columns = new LinkedHashMap<>();
        // Nobody of the line has a part in a reception.
        if (measure != Measure.RECEIVED && measure != Measure.OPEN) {
            columns.put("agent", item(Dimension.AGENT));
            columns.put("outcome", item(Dimension.OUTCOME));
            columns.put("attempt", item(Dimension.ATTEMPT));
        }
        switch (measure) {
            case RATED, SATISFIED -> columns.put("score", item(Dimension.SCORE));
            case CLOSED -> columns.put("calls", event -> format.count(event.total()));
            case HANDLED -> columns.put("duration", event -> format.value(Unit.SECONDS, event.total()));
            case FIRST_CALL, IN_TIME -> {
                columns.put("wait", event -> waited(event, wait -> format.value(Unit.MINUTES, wait.openMinutes())));
                columns.put("kept", event -> waited(event, wait -> getTranslation("statistics.kept." + wait.inTime())));
            }
            default -> {
                // A row counts by being there.
            }
        }
        columns.put("topic", item(Dimension.TOPIC));
        columns.put("region", item(Dimension.REGION));
        return columns;
    }

    private Function<Event, String> item(Dimension dimension) {
        Function<String, String> labels = words.labels(dimension, format.locale());
        return event -> {
            String item = event.items(zone).get(dimension);
            return item == null ? "" : labels.apply(item);
        };
    }

    private static String waited(Event event, Function<CountedRequest.Wait, String> text) {
        CountedRequest.Wait wait = event.request().waited();
        return wait == null ? "" : text.apply(wait);
    }
}
