package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import fr.rappel.shared.SpokenTime;
import fr.rappel.statistics.Counted;
import fr.rappel.statistics.Definitions;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Figure;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.ItemWords;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.Report;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** When requests come in: a table of weekdays and hours whose cells are the stronger coloured the more came. */
class HeatMap extends Section {

    private final ItemWords words;
    private final Definitions definitions;
    private final Component files;

    /** @param files asks for the same numbers */
    HeatMap(ItemWords words, Definitions definitions, Component files) {
        this.words = words;
        this.definitions = definitions;
        this.files = files;
        addClassNames("block", "heat-map");
    }

    void show(Report report, FigureFormat format) {
        removeAll();
        Map<String, Counted> hours = report.by(Dimension.WEEK_HOUR);
        long most = hours.values().stream()
                .mapToLong(counted -> counted.events(Measure.RECEIVED))
                .max()
                .orElse(0);
        String title = getTranslation("statistics.HeatMap.title");
        List<String> columns = new ArrayList<>();
        columns.add(getTranslation("statistics.HeatMap.day"));
        words.hours(Map.of(), format.locale()).forEach(hour -> columns.add(hour.label()));
        FigureTable table = new FigureTable(title, columns);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Component> cells = new ArrayList<>();
            for (int hour = 0; hour < 24; hour++) {
                String key = Dimension.weekHour(day, hour);
                Counted counted = hours.get(key);
                long count = counted == null ? 0 : counted.events(Measure.RECEIVED);
                Component cell = count == 0 ? new Span() : rows(report.period(), key, count, format);
                Shade.of(cell, count, most);
                cells.add(cell);
            }
            table.addRow(SpokenTime.in(format.locale()).day(day), cells);
        }
        DefinitionDetails defined = new DefinitionDetails(
                Map.of(getTranslation("statistics.figure.RECEIVED"), definitions.of(Figure.RECEIVED, format.locale())));
        add(new H2(title), new Paragraph(getTranslation("statistics.HeatMap.help")), table, defined, files);
    }

    private Component rows(Period period, String weekHour, long count, FigureFormat format) {
        return new RowsLink(
                RowsAddress.of(period, Measure.RECEIVED, Dimension.WEEK_HOUR, weekHour),
                format.count(count),
                getTranslation("statistics.figure.RECEIVED"),
                words.labels(Dimension.WEEK_HOUR, format.locale()).apply(weekHour));
    }
}
