package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import fr.rappel.statistics.Counted;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.Report;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What came in, what was closed and what remained open, day by day; month by month over a long period. */
class VolumeSection extends Section {

    /** More days than that are no longer told apart. */
    private static final int MOST_DAYS = 92;

    private final Component files;

    /** @param files asks for the same numbers, day by day */
    VolumeSection(Component files) {
        this.files = files;
        addClassName("block");
    }

    /**
     * @param other what the report is compared with: its first day beside the first, its second beside the second
     */
    void show(Report report, @Nullable Report other, FigureFormat format) {
        removeAll();
        List<Step> steps = steps(report, format);
        List<Step> before = other == null ? List.of() : steps(other, format);
        String title = getTranslation("statistics.VolumeSection.title");
        Chart chart = new Chart(title);
        List<Chart.Series> series = new ArrayList<>(List.of(
                new Chart.Series(column("received"), Chart.Kind.BAR, Chart.Ink.ACCENT, values(steps, Step::received)),
                new Chart.Series(column("closed"), Chart.Kind.BAR, Chart.Ink.SUCCESS, values(steps, Step::closed)),
                new Chart.Series(column("open"), Chart.Kind.LINE, Chart.Ink.WARNING, values(steps, Step::open))));
        List<String> columns = new ArrayList<>(
                List.of(column("time"), column("received"), column("called"), column("closed"), column("open")));
        if (other != null) {
            List<@Nullable Long> received = values(before, Step::received);
            series.add(new Chart.Series(column("before"), Chart.Kind.LINE, Chart.Ink.QUIET, received));
            columns.add(column("before"));
        }
        List<String> names = names(steps, before);
        chart.show(names, series);
        FigureTable table = new FigureTable(title, columns);
        for (int i = 0; i < names.size(); i++) {
            List<Component> cells = i < steps.size() ? cells(steps.get(i), format) : noCells();
            if (other != null) {
                cells.add(i < before.size() ? received(before.get(i), format) : new Span());
            }
            table.addRow(names.get(i), cells);
        }
        NativeDetails numbers = new NativeDetails(getTranslation("statistics.VolumeSection.numbers"), table);
        add(new H2(title), chart, numbers, files);
    }

    /** Of the steps shown; the other period may have more of them, as January has more days than February. */
    private List<String> names(List<Step> steps, List<Step> before) {
        List<String> names = new ArrayList<>(steps.stream().map(Step::name).toList());
        before.stream()
                .skip(steps.size())
                .forEach(step -> names.add(getTranslation("statistics.VolumeSection.onlyBefore", step.name())));
        return names;
    }

    private List<Component> cells(Step step, FigureFormat format) {
        return new ArrayList<>(List.of(
                received(step, format),
                rows(step, "called", step.called(), Measure.FIRST_CALL, format),
                rows(step, "closed", step.closed(), Measure.CLOSED, format),
                rows(step, "open", step.open(), Measure.OPEN, format)));
    }

    private static List<Component> noCells() {
        return new ArrayList<>(List.of(new Span(), new Span(), new Span(), new Span()));
    }

    private Component received(Step step, FigureFormat format) {
        return rows(step, "received", step.received(), Measure.RECEIVED, format);
    }

    private Component rows(Step step, String column, long count, Measure measure, FigureFormat format) {
        return count == 0
                ? new Span(format.count(count))
                : new RowsLink(
                        RowsAddress.of(step.period(), measure, Dimension.ALL, ""),
                        format.count(count),
                        column(column),
                        step.name());
    }

    private static List<Step> steps(Report report, FigureFormat format) {
        return report.period().days() > MOST_DAYS ? months(report, format) : days(report, format);
    }

    private static List<Step> days(Report report, FigureFormat format) {
        return report.days().stream()
                .filter(day -> !isToCome(report, day))
                .map(day -> step(format.day(day.date()), List.of(day)))
                .toList();
    }

    private static List<Step> months(Report report, FigureFormat format) {
        Map<YearMonth, List<Report.Day>> months = new LinkedHashMap<>();
        report.days().stream()
                .filter(day -> !isToCome(report, day))
                .forEach(day -> months.computeIfAbsent(YearMonth.from(day.date()), month -> new ArrayList<>())
                        .add(day));
        return months.entrySet().stream()
                .map(month -> step(format.month(month.getKey()), month.getValue()))
                .toList();
    }

    /** Nobody knows what will be open on a day to come. */
    private static boolean isToCome(Report report, Report.Day day) {
        return day.date().isAfter(report.today());
    }

    private static Step step(String name, List<Report.Day> days) {
        return new Step(
                name,
                new Period(days.getFirst().date(), days.getLast().date()),
                sum(days, counted -> counted.events(Measure.RECEIVED)),
                sum(days, counted -> counted.events(Measure.FIRST_CALL)),
                sum(days, counted -> counted.events(Measure.CLOSED)),
                days.getLast().open());
    }

    private static long sum(List<Report.Day> days, ToLongFunction<Counted> count) {
        return days.stream().map(Report.Day::counted).mapToLong(count).sum();
    }

    private static List<@Nullable Long> values(List<Step> steps, ToLongFunction<Step> value) {
        List<@Nullable Long> values = new ArrayList<>();
        steps.forEach(step -> values.add(value.applyAsLong(step)));
        return values;
    }

    private String column(String key) {
        return getTranslation("statistics.VolumeSection." + key);
    }

    private record Step(String name, Period period, long received, long called, long closed, long open) {}
}
