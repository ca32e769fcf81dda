package fr.rappel.statistics;

import fr.rappel.faq.FaqUse;
import fr.rappel.faq.FaqUses;
import fr.rappel.shared.SpokenTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The figures of each item of a dimension, in the order of the screen, and of all; where a period is compared, beside
 * those of the other one.
 */
@Component
class BreakdownLines implements ExportLines {

    /** Value and sample of each figure. */
    private static final int COLUMNS = 2;

    /** The same, with the other value and how far this one is from it. */
    private static final int COLUMNS_COMPARED = 4;

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
        Report other = other(export, Set.of());
        return items(by, report.by(by, other), export.language()).size() + 1L;
    }

    @Override
    public void write(Export export, Sheet sheet, LongConsumer written) throws IOException {
        Locale locale = export.language();
        Dimension by = export.query().by();
        Report report = count.report(export.query().period(), EnumSet.of(by), EnumSet.of(by));
        Report other = other(export, EnumSet.of(by));
        sheet.row(titles(by, other, locale));
        sheet.row(all(report, other, locale));
        List<Item> items = items(by, report.by(by, other), locale);
        for (Item item : items) {
            sheet.row(figures(by, item, other));
        }
        written.accept(items.size() + 1L);
    }

    private @Nullable Report other(Export export, Set<Dimension> waits) {
        RowQuery query = export.query();
        return count.compared(query.period(), export.comparison(), EnumSet.of(query.by()), waits)
                .orElse(null);
    }

    /** What a breakdown lists, in the order of the screen. */
    List<Item> items(Dimension by, Map<String, Counted> counted, Locale locale) {
        Function<String, String> labels = words.labelsInFiles(by, locale);
        return words.listed(by, counted, locale).stream()
                .map(item -> new Item(item.key(), labels.apply(item.key()), item.counted()))
                .toList();
    }

    private List<Object> titles(Dimension by, @Nullable Report other, Locale locale) {
        List<Object> titles = new ArrayList<>();
        titles.add(text("statistics.dimension." + by, locale));
        for (Figure figure : Figure.values()) {
            addTitles(titles, "statistics.figure." + figure, figure.unit(), other, locale);
        }
        for (FaqFigure figure : FaqFigure.values()) {
            addTitles(titles, "statistics.faqFigure." + figure, figure.unit(), other, locale);
        }
        return titles;
    }

    private void addTitles(List<Object> titles, String key, Unit unit, @Nullable Report other, Locale locale) {
        String name = text(key, locale);
        String value = text("statistics.export.unit." + unit, locale, name);
        titles.add(value);
        titles.add(text("statistics.export.sample", locale, name));
        if (other != null) {
            Period period = other.period();
            String days = SpokenTime.in(locale).days(period.from(), period.to());
            titles.add(text("statistics.export.other", locale, value, days));
            String change = unit == Unit.SHARE ? "statistics.export.change.points" : "statistics.export.change.part";
            titles.add(text(change, locale, name));
        }
    }

    private List<Object> all(Report report, @Nullable Report other, Locale locale) {
        List<Object> cells = new ArrayList<>();
        cells.add(text("statistics.all", locale));
        for (Figure figure : Figure.values()) {
            addValue(cells, figure.unit(), figure.of(report), other == null ? null : figure.of(other));
        }
        Questions questions = questions(report);
        Questions then = other == null ? null : questions(other);
        for (FaqFigure figure : FaqFigure.values()) {
            addValue(cells, figure.unit(), questions.of(figure), then == null ? null : then.of(figure));
        }
        return cells;
    }

    private Questions questions(Report report) {
        Period period = report.period();
        return new Questions(uses.in(period.from(), period.to()), report.all().events(Measure.RECEIVED));
    }

    /** What is known of the whole only, or is not sorted by that, stays empty: a zero would say that there was none. */
    private static List<Object> figures(Dimension by, Item item, @Nullable Report other) {
        Counted then = other == null ? null : other.by(by).getOrDefault(item.key(), Counted.NOTHING);
        List<Object> cells = new ArrayList<>();
        cells.add(item.label());
        for (Figure figure : Figure.values()) {
            if (Figure.ofItems().contains(figure) && by.sorts(figure.rows())) {
                addValue(cells, figure.unit(), figure.of(item.counted()), then == null ? null : figure.of(then));
            } else {
                addNothing(cells, other);
            }
        }
        for (int i = 0; i < FaqFigure.values().length; i++) {
            addNothing(cells, other);
        }
        return cells;
    }

    private static void addValue(List<Object> cells, Unit unit, FigureValue value, @Nullable FigureValue then) {
        cells.add(orNothing(value.value()));
        cells.add(value.sample());
        if (then != null) {
            cells.add(orNothing(then.value()));
            cells.add(orNothing(value.changeFrom(then, unit)));
        }
    }

    private static void addNothing(List<Object> cells, @Nullable Report other) {
        cells.addAll(Collections.nCopies(other == null ? COLUMNS : COLUMNS_COMPARED, ""));
    }

    private static Object orNothing(@Nullable Double number) {
        return number == null ? "" : number;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** What the public questions were used for in a period, and how many requests were received. */
    private record Questions(FaqUse use, long requests) {

        FigureValue of(FaqFigure figure) {
            return figure.of(use, requests);
        }
    }
}
