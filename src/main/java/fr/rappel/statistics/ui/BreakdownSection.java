package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
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
import java.util.List;
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
            Dimension.SCORE);

    private final ItemWords words;
    private final Select<Dimension> by = new Select<>();
    private final H2 title = new H2(getTranslation("statistics.BreakdownSection.title"));

    BreakdownSection(ItemWords words, Consumer<Dimension> chosen) {
        this.words = words;
        addClassNames("block", "breakdown");
        by.setLabel(getTranslation("statistics.BreakdownSection.by"));
        by.setItems(DIMENSIONS);
        by.setItemLabelGenerator(dimension -> getTranslation("statistics.dimension." + dimension));
        by.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(change.getValue());
            }
        });
    }

    void show(Report report, Dimension dimension, FigureFormat format) {
        removeAll();
        by.setValue(dimension);
        add(title, by);
        List<Item> items = words.listed(dimension, report.by(dimension), format.locale());
        if (report.by(dimension).isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation("statistics.BreakdownSection.empty"));
            empty.addClassName("empty");
            add(empty);
            return;
        }
        add(picture(dimension, items, format), table(report, dimension, items, format));
    }

    private Component picture(Dimension dimension, List<Item> items, FigureFormat format) {
        Measure measure = mainMeasure(dimension);
        String label = getTranslation("statistics.BreakdownSection.picture." + measure);
        if (dimension == Dimension.REGION) {
            return new RegionTiles(label, items, format);
        }
        Chart chart = new Chart(label);
        List<@Nullable Long> values = new ArrayList<>();
        items.forEach(item -> values.add(item.counted().events(measure)));
        chart.showLying(
                items.stream().map(Item::label).toList(),
                new Chart.Series(label, Chart.Kind.BAR, Chart.Ink.ACCENT, values));
        return chart;
    }

    private Component table(Report report, Dimension dimension, List<Item> items, FigureFormat format) {
        List<Figure> figures = Figure.ofItems().stream()
                .filter(figure -> isKnown(figure, items))
                .toList();
        List<String> columns = new ArrayList<>();
        columns.add(getTranslation("statistics.dimension." + dimension));
        figures.forEach(figure -> columns.add(getTranslation("statistics.figure." + figure + ".short")));
        FigureTable table = new FigureTable(getTranslation("statistics.BreakdownSection.title"), columns);
        for (Item item : items) {
            table.addRow(
                    item.label(),
                    figures.stream()
                            .map(figure -> cell(report, dimension, item, figure, format))
                            .toList());
        }
        return table;
    }

    /** A count opens the rows behind it; a share or mean says what it rests on when one points at it. */
    private Component cell(Report report, Dimension dimension, Item item, Figure figure, FigureFormat format) {
        FigureValue value = figure.of(item.counted());
        String text = format.value(figure, value);
        Measure measure = figure.rows().orElseThrow();
        if (figure.unit() == Unit.COUNT && value.sample() > 0) {
            Anchor rows = new Anchor(RowsAddress.of(report.period(), measure, dimension, item.key()), text);
            rows.setAriaLabel(getTranslation(
                    "statistics.BreakdownSection.rows",
                    text,
                    getTranslation("statistics.figure." + figure + ".short"),
                    item.label()));
            return rows;
        }
        Span span = new Span(text);
        span.setTitle(getTranslation("statistics.sample." + measure, value.sample()));
        return span;
    }

    private static boolean isKnown(Figure figure, List<Item> items) {
        return items.stream().anyMatch(item -> figure.of(item.counted()).sample() > 0);
    }

    private static Measure mainMeasure(Dimension dimension) {
        return switch (dimension) {
            case OUTCOME, AGENT, ATTEMPT -> Measure.CALL;
            case SCORE -> Measure.RATED;
            default -> Measure.RECEIVED;
        };
    }
}
