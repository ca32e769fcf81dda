package fr.rappel.statistics;

import fr.rappel.faq.FaqUse;
import fr.rappel.faq.FaqUses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The figures of each item of a dimension, in the order of the screen, and of all. */
@Component
class BreakdownLines implements ExportLines {

    /** Value and sample of a figure that is not known. */
    private static final List<Object> NOTHING = List.of("", "");

    private final PeriodCount count;
    private final FaqUses uses;
    private final ItemWords words;
    private final MessageSource messages;

    BreakdownLines(PeriodCount count, FaqUses uses, ItemWords words, MessageSource messages) {
        this.count = count;
        this.uses = uses;
        this.words = words;
        this.messages = messages;
    }

    @Override
    public long expected(Export export) {
        Dimension by = export.query().by();
        Report report = count.report(export.query().period(), EnumSet.of(by));
        return items(by, report, export.language()).size() + 1L;
    }

    @Override
    public void write(Export export, Sheet sheet, LongConsumer written) throws IOException {
        Locale locale = export.language();
        Period period = export.query().period();
        Dimension by = export.query().by();
        Report report = count.report(period, EnumSet.of(by), EnumSet.of(by));
        sheet.row(titles(by, locale));
        sheet.row(all(report, uses.in(period.from(), period.to()), locale));
        List<Item> items = items(by, report, locale);
        for (Item item : items) {
            sheet.row(figures(by, item));
        }
        written.accept(items.size() + 1L);
    }

    /** What a breakdown lists, in the order of the screen. */
    List<Item> items(Dimension by, Report report, Locale locale) {
        Function<String, String> labels = words.labelsInFiles(by, locale);
        return words.listed(by, report.by(by), locale).stream()
                .map(item -> new Item(item.key(), labels.apply(item.key()), item.counted()))
                .toList();
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

    /** What is known of the whole only, or is not sorted by that, stays empty: a zero would say that there was none. */
    private static List<Object> figures(Dimension by, Item item) {
        List<Object> cells = new ArrayList<>();
        cells.add(item.label());
        for (Figure figure : Figure.values()) {
            if (Figure.ofItems().contains(figure) && by.sorts(figure.rows())) {
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
