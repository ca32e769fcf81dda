package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import fr.rappel.statistics.Change;
import fr.rappel.statistics.Counted;
import fr.rappel.statistics.Definitions;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Figure;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.FigureValue;
import fr.rappel.statistics.Item;
import fr.rappel.statistics.ItemWords;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Report;
import fr.rappel.statistics.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The figures of each topic, region, agent…: a picture of the volumes and a table of everything. */
class BreakdownSection extends Section {

    static final List<Dimension> DIMENSIONS = List.of(
            Dimension.TOPIC,
            Dimension.REGION,
            Dimension.SECTOR,
            Dimension.SIZE,
            Dimension.CHANNEL,
            Dimension.OUTCOME,
            Dimension.AGENT,
            Dimension.ATTEMPT,
            Dimension.WEEK_HOUR,
            Dimension.SCORE);

    private final ItemWords words;
    private final Definitions definitions;
    private final Select<Dimension> by = new Select<>();
    private final Div shown = new Div();

    BreakdownSection(ItemWords words, Definitions definitions, Consumer<Dimension> chosen) {
        this.words = words;
        this.definitions = definitions;
        addClassNames("block", "breakdown");
        add(new H2(getTranslation("statistics.BreakdownSection.title")), by, shown);
        by.setLabel(getTranslation("statistics.BreakdownSection.by"));
        by.setItems(DIMENSIONS);
        by.setItemLabelGenerator(dimension -> getTranslation("statistics.dimension." + dimension));
        by.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(change.getValue());
            }
        });
    }

    /**
     * @param other what the report is compared with
     */
    void show(Report report, @Nullable Report other, Dimension dimension, FigureFormat format) {
        shown.removeAll();
        by.setValue(dimension);
        Map<String, Counted> counted = report.by(dimension, other);
        List<Item> items = words.listed(dimension, counted, format.locale());
        if (counted.isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation("statistics.BreakdownSection.empty"));
            empty.addClassName("empty");
            shown.add(empty);
            return;
        }
        // The hours of the week have their picture further down.
        if (dimension != Dimension.WEEK_HOUR) {
            shown.add(picture(report, dimension, items, format));
        }
        shown.add(table(report, other, dimension, items, format));
    }

    private Component picture(Report report, Dimension dimension, List<Item> items, FigureFormat format) {
        Measure measure = mainMeasure(dimension);
        String label = getTranslation("statistics.BreakdownSection.picture." + measure);
        if (dimension == Dimension.REGION) {
            return new RegionTiles(report.period(), label, items, format);
        }
        // Every call has its agent, outcome and number: a bar of calls without would be of nothing.
        List<Item> drawn = items.stream()
                .filter(item -> !dimension.isNone(item.key()) || item.counted().events(measure) > 0)
                .toList();
        Chart chart = new Chart(label);
        List<@Nullable Long> values = new ArrayList<>();
        drawn.forEach(item -> values.add(item.counted().events(measure)));
        chart.showLying(
                drawn.stream().map(Item::label).toList(),
                new Chart.Series(label, Chart.Kind.BAR, Chart.Ink.ACCENT, values));
        return chart;
    }

    private Component table(
            Report report, @Nullable Report other, Dimension dimension, List<Item> items, FigureFormat format) {
        // The mean says less than the two centiles and would need the width of a column; files have it.
        List<Figure> figures = Figure.ofItems().stream()
                .filter(figure -> figure != Figure.MEAN_WAIT)
                .filter(figure ->
                        isKnown(figure, report, dimension) || other != null && isKnown(figure, other, dimension))
                .toList();
        Map<String, String> defined = new LinkedHashMap<>();
        figures.forEach(figure -> defined.put(
                getTranslation("statistics.figure." + figure + ".short"), definitions.of(figure, format.locale())));
        List<String> columns = new ArrayList<>(List.of(getTranslation("statistics.dimension." + dimension)));
        columns.addAll(defined.keySet());
        FigureTable table = new FigureTable(getTranslation("statistics.BreakdownSection.title"), columns);
        for (Item item : items) {
            Counted then =
                    other == null ? Counted.NOTHING : other.by(dimension).getOrDefault(item.key(), Counted.NOTHING);
            Figure compared = other == null ? null : firstCounted(figures, item.counted(), then);
            List<Component> cells = new ArrayList<>();
            for (Figure figure : figures) {
                Component cell = cell(report, dimension, item, figure, format);
                cells.add(
                        figure == compared ? RowsLink.above(cell, change(figure, item.counted(), then, format)) : cell);
            }
            table.addRow(item.label(), cells);
        }
        return new Div(table, new DefinitionDetails(defined));
    }

    /** The first of the counts that is not zero in both periods. */
    private static @Nullable Figure firstCounted(List<Figure> figures, Counted now, Counted then) {
        return figures.stream()
                .filter(figure -> figure.unit() == Unit.COUNT)
                .filter(figure -> figure.of(now).sample() > 0 || figure.of(then).sample() > 0)
                .findFirst()
                .orElse(null);
    }

    /** How far a count is from that of the other period. */
    private String change(Figure figure, Counted counted, Counted other, FigureFormat format) {
        Change change = format.change(figure.unit(), figure.of(counted), figure.of(other));
        return getTranslation("statistics.change." + change.kind(), change.by(), change.other());
    }

    /** Every number opens the rows behind it; a share or mean says what it rests on. */
    private Component cell(Report report, Dimension dimension, Item item, Figure figure, FigureFormat format) {
        FigureValue value = figure.of(item.counted());
        String text = format.value(figure, value);
        if (value.sample() == 0) {
            return new Span(text);
        }
        Component rows = new RowsLink(
                RowsAddress.of(report.period(), figure.rows(), dimension, item.key()),
                text,
                getTranslation("statistics.figure." + figure + ".short"),
                item.label());
        return figure.unit() == Unit.COUNT
                ? rows
                : RowsLink.above(
                        rows, getTranslation("statistics.BreakdownSection.sample", format.count(value.sample())));
    }

    private static boolean isKnown(Figure figure, Report report, Dimension dimension) {
        return report.by(dimension).values().stream()
                .anyMatch(counted -> figure.of(counted).sample() > 0);
    }

    private static Measure mainMeasure(Dimension dimension) {
        return switch (dimension) {
            case OUTCOME, AGENT, ATTEMPT -> Measure.CALL;
            case SCORE -> Measure.RATED;
            default -> Measure.RECEIVED;
        };
    }
}
