package fr.rappel.statistics;

import fr.rappel.shared.Siret;
import fr.rappel.shared.SpokenReference;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The very events behind a number, one a line. */
@Component
class EventLines implements ExportLines {

    private static final List<Dimension> TRAITS =
            List.of(Dimension.TOPIC, Dimension.REGION, Dimension.SECTOR, Dimension.SIZE, Dimension.CHANNEL);

    /** How many open requests are read at once. */
    private static final int OPEN_AT_ONCE = 1_000;

    private final EventDays days;
    private final OpenRows open;
    private final PeriodCount count;
    private final ItemWords words;
    private final MessageSource messages;

    EventLines(EventDays days, OpenRows open, PeriodCount count, ItemWords words, MessageSource messages) {
        this.days = days;
        this.open = open;
        this.count = count;
        this.words = words;
        this.messages = messages;
    }

    @Override
    public long expected(Export export) {
        RowQuery query = export.query();
        Report report = count.report(query.period(), EnumSet.of(query.by()));
        return query.measure() == Measure.OPEN
                ? report.openAtEnd()
                : report.by(query.by())
                        .getOrDefault(query.item(), Counted.NOTHING)
                        .events(query.measure());
    }

    @Override
    public void write(Export export, Sheet sheet, LongConsumer written) throws IOException {
        Locale locale = export.language();
        RowQuery query = export.query();
        sheet.row(titles(query.measure(), locale));
        Map<Dimension, Function<String, String>> labels = new EnumMap<>(Dimension.class);
        TRAITS.forEach(dimension -> labels.put(dimension, words.labels(dimension, locale)));
        labels.put(Dimension.AGENT, words.labelsInFiles(Dimension.AGENT, locale));
        labels.put(Dimension.OUTCOME, words.labels(Dimension.OUTCOME, locale));
        long lines = 0;
        if (query.measure() == Measure.OPEN) {
            EventPage page = open.page(query, null, OPEN_AT_ONCE);
            lines = write(page.events(), sheet, labels, locale, lines, written);
            while (page.next() != null) {
                page = open.page(query, RowPlace.of(page.next()), OPEN_AT_ONCE);
                lines = write(page.events(), sheet, labels, locale, lines, written);
            }
            return;
        }
        for (LocalDate day : days.days(query)) {
            lines = write(days.events(day, query), sheet, labels, locale, lines, written);
        }
    }

    private long write(
            List<Event> events,
            Sheet sheet,
            Map<Dimension, Function<String, String>> labels,
            Locale locale,
            long before,
            LongConsumer written)
            throws IOException {
        for (Event event : events) {
            sheet.row(cells(event, labels, locale));
        }
        written.accept(before + events.size());
        return before + events.size();
    }

    private List<String> titles(Measure measure, Locale locale) {
        List<String> titles = new ArrayList<>(Stream.of(
                        "at", "request", "siret", "topic", "region", "sector", "size", "channel", "agent", "outcome",
                        "attempt")
                .map(column -> text("statistics.export.column." + column, locale))
                .toList());
        switch (measure) {
            case FIRST_CALL, IN_TIME -> {
                String wait = text("statistics.RowsView.column.wait", locale);
                titles.add(text("statistics.export.unit.MINUTES", locale, wait));
                titles.add(text("statistics.RowsView.column.kept", locale));
            }
            case HANDLED -> {
                String duration = text("statistics.RowsView.column.duration", locale);
                titles.add(text("statistics.export.unit.SECONDS", locale, duration));
            }
            case CLOSED -> titles.add(text("statistics.RowsView.column.calls", locale));
            case RATED, SATISFIED -> titles.add(text("statistics.RowsView.column.score", locale));
            default -> {
                // A line counts by being there.
            }
        }
        return titles;
    }

    private List<Object> cells(Event event, Map<Dimension, Function<String, String>> labels, Locale locale) {
        ZoneId zone = days.zone();
        Map<Dimension, String> items = event.items(zone);
        List<Object> cells = new ArrayList<>();
        cells.add(LocalDateTime.ofInstant(event.at(), zone));
        String reference = event.request().reference();
        cells.add(new Sheet.Code(reference, SpokenReference.of(reference)));
        String siret = event.request().siret();
        cells.add(new Sheet.Code(siret, Siret.written(siret)));
        TRAITS.forEach(dimension -> cells.add(label(labels, dimension, items)));
        cells.add(label(labels, Dimension.AGENT, items));
        cells.add(label(labels, Dimension.OUTCOME, items));
        cells.add(event.attempt() == 0 ? "" : event.attempt());
        switch (event.measure()) {
            case FIRST_CALL, IN_TIME -> {
                CountedRequest.@Nullable Wait wait = event.request().waited();
                cells.add(wait == null ? "" : wait.openMinutes());
                cells.add(wait == null ? "" : text("statistics.kept." + wait.inTime(), locale));
            }
            case HANDLED, CLOSED, RATED, SATISFIED -> cells.add(event.total());
            default -> {
                // No value beside the line itself.
            }
        }
        return cells;
    }

    private static String label(
            Map<Dimension, Function<String, String>> labels, Dimension dimension, Map<Dimension, String> items) {
        String item = items.get(dimension);
        Function<String, String> label = labels.get(dimension);
        return item == null || label == null ? "" : label.apply(item);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
