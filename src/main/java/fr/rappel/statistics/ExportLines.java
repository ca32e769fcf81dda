package fr.rappel.statistics;

import fr.rappel.faq.FaqUse;
import fr.rappel.faq.FaqUses;
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
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The lines of an export, in the words of its language. People appear by their user names, which do not change. */
@Component
class ExportLines {

    private static final List<Dimension> TRAITS =
            List.of(Dimension.TOPIC, Dimension.REGION, Dimension.SECTOR, Dimension.SIZE, Dimension.CHANNEL);

    /** Value and sample of a figure that is not known. */
    private static final List<Object> NOTHING = List.of("", "");

    private final EventDays days;
    private final PeriodCount count;
    private final FaqUses uses;
    private final ItemWords words;
    private final MessageSource messages;

    ExportLines(EventDays days, PeriodCount count, FaqUses uses, ItemWords words, MessageSource messages) {
        this.days = days;
        this.count = count;
        this.uses = uses;
        this.words = words;
        this.messages = messages;
    }

    /** How many lines there will be, titles not counted; more may come while they are written. */
    long expected(Export export) {
        RowQuery query = export.query();
        Report report = count.report(query.period(), Set.of(query.by()));
        return export.contents() == ExportContents.BREAKDOWN
                ? items(query.by(), report, export.language()).size() + 1L
                : report.by(query.by())
                        .getOrDefault(query.item(), Counted.NOTHING)
                        .events(query.measure());
    }

    /**
     * @param written is told how many lines there are, from time to time
     */
    void write(Export export, Sheet sheet, LongConsumer written) throws IOException {
        if (export.contents() == ExportContents.BREAKDOWN) {
            breakdown(export, sheet, written);
        } else {
            rows(export, sheet, written);
        }
    }

    private void rows(Export export, Sheet sheet, LongConsumer written) throws IOException {
        Locale locale = export.language();
        sheet.row(Stream.of(
                        "at", "request", "siret", "topic", "region", "sector", "size", "channel", "agent", "outcome",
                        "attempt", "total")
                .map(column -> text("statistics.export.column." + column, locale))
                .toList());
        Map<Dimension, Function<String, String>> labels = new EnumMap<>(Dimension.class);
        TRAITS.forEach(dimension -> labels.put(dimension, words.labels(dimension, locale)));
        labels.put(Dimension.OUTCOME, words.labels(Dimension.OUTCOME, locale));
        long lines = 0;
        for (LocalDate day : days.days(export.query())) {
            for (Event event : days.events(day, export.query())) {
                sheet.row(cells(event, labels));
                lines++;
            }
            written.accept(lines);
        }
    }

    private List<Object> cells(Event event, Map<Dimension, Function<String, String>> labels) {
        ZoneId zone = days.zone();
        Map<Dimension, String> items = event.items(zone);
        List<Object> cells = new ArrayList<>();
        cells.add(LocalDateTime.ofInstant(event.at(), zone));
        cells.add(event.request().reference());
        cells.add(event.request().siret());
        TRAITS.forEach(dimension -> cells.add(label(labels, dimension, items)));
        cells.add(event.agent() == null ? "" : event.agent());
        cells.add(label(labels, Dimension.OUTCOME, items));
        cells.add(event.attempt() == 0 ? "" : event.attempt());
        cells.add(event.total());
        return cells;
    }

    private static String label(
            Map<Dimension, Function<String, String>> labels, Dimension dimension, Map<Dimension, String> items) {
        String item = items.get(dimension);
        Function<String, String> label = labels.get(dimension);
        return item == null || label == null ? "" : label.apply(item);
    }

    private void breakdown(Export export, Sheet sheet, LongConsumer written) throws IOException {
        Locale locale = export.language();
        Period period = export.query().period();
        Dimension by = export.query().by();
        Report report = count.report(period, EnumSet.of(by));
        sheet.row(titles(by, locale));
        sheet.row(all(report, uses.in(period.from(), period.to()), locale));
        List<Item> items = items(by, report, locale);
        for (Item item : items) {
            sheet.row(figures(item));
        }
        written.accept(items.size() + 1L);
    }

    /** What a breakdown lists, in the order of the screen; agents by their user names and in the order of these. */
    List<Item> items(Dimension by, Report report, Locale locale) {
        return by == Dimension.AGENT
                ? report.by(by).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(agent -> new Item(agent.getKey(), agent.getKey(), agent.getValue()))
                        .toList()
                : words.listed(by, report.by(by), locale);
    }

    private List<Object> titles(Dimension by, Locale locale) {
        List<Object> titles = new ArrayList<>();
        titles.add(text("statistics.dimension." + by, locale));
        for (Figure figure : Figure.values()) {
            addTitles(titles, "statistics.figure." + figure, figure.unit(), locale);
        }
        for (FaqFigure figure : FaqFigure.values()) {
            addTitles(titles, "statistics.faqFigure." + figure, figure.unit(), locale);
        }
        return titles;
    }

    private void addTitles(List<Object> titles, String key, Unit unit, Locale locale) {
        String name = text(key, locale);
        titles.add(text("statistics.export.unit." + unit, locale, name));
        titles.add(text("statistics.export.sample", locale, name));
    }

    private List<Object> all(Report report, FaqUse use, Locale locale) {
        List<Object> cells = new ArrayList<>();
        cells.add(text("statistics.all", locale));
        for (Figure figure : Figure.values()) {
            addValue(cells, figure.of(report));
        }
        for (FaqFigure figure : FaqFigure.values()) {
            addValue(cells, figure.of(use, report.all().events(Measure.RECEIVED)));
        }
        return cells;
    }

    /** What is known of the whole only stays empty. */
    private static List<Object> figures(Item item) {
        List<Object> cells = new ArrayList<>();
        cells.add(item.label());
        for (Figure figure : Figure.values()) {
            if (Figure.ofItems().contains(figure)) {
                addValue(cells, figure.of(item.counted()));
            } else {
                cells.addAll(NOTHING);
            }
        }
        for (int i = 0; i < FaqFigure.values().length; i++) {
            cells.addAll(NOTHING);
        }
        return cells;
    }

    private static void addValue(List<Object> cells, FigureValue value) {
        Double number = value.value();
        cells.add(number == null ? "" : number);
        cells.add(value.sample());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
