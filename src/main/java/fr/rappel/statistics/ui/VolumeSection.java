package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import fr.rappel.shared.SpokenTime;
import fr.rappel.statistics.Counted;
import fr.rappel.statistics.Definitions;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Figure;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.Report;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What came in, what was closed and what remained open, day by day; month by month over a long period. */
class VolumeSection extends Section {

    /** More days than that are no longer told apart. */
    private static final int MOST_DAYS = 92;

    private final Definitions definitions;
    private final Component files;

    /** @param files asks for the same numbers, day by day */
    VolumeSection(Definitions definitions, Component files) {
        this.definitions = definitions;
        this.files = files;
        addClassName("block");
    }

    /**
     * @param other what the report is compared with: its first day beside the first, its second beside the second; over a long
     *     period the part of it that is as far from its first day as the month is from the first day shown
     */
    void show(Report report, @Nullable Report other, FigureFormat format) {
        removeAll();
        List<Step> steps = steps(report, starts(report.period()), format);
        List<Step> before =
                other == null ? List.of() : steps(other, startsBeside(report.period(), other.period()), format);
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
        add(new H2(title), chart, numbers, definitions(other != null, format), files);
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

    private Component definitions(boolean isCompared, FigureFormat format) {
        Map<String, String> defined = new LinkedHashMap<>();
        defined.put(column("received"), definitions.of(Figure.RECEIVED, format.locale()));
        defined.put(column("called"), definitions.of(Figure.CALLED, format.locale()));
        defined.put(column("closed"), definitions.of(Figure.CLOSED, format.locale()));
        defined.put(column("open"), definitions.of(Figure.BACKLOG, format.locale()));
        if (isCompared) {
            defined.put(column("before"), column("before.definition"));
        }
        return new DefinitionDetails(defined);
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

    private static boolean isLong(Period period) {
        return period.days() > MOST_DAYS;
    }

    /** The first day of each step: every day, or the first one of each month. */
    private static List<LocalDate> starts(Period period) {
        return isLong(period)
                ? days(period).stream()
                        .filter(day -> day.equals(period.from()) || day.getDayOfMonth() == 1)
                        .toList()
                : days(period);
    }

    private static List<LocalDate> days(Period period) {
        return period.from().datesUntil(period.to().plusDays(1)).toList();
    }

    /** The same in another period: as many months earlier if that begins some months earlier, else as many days. */
    private static List<LocalDate> startsBeside(Period shown, Period other) {
        if (!isLong(shown)) {
            return days(other);
        }
        long months = ChronoUnit.MONTHS.between(other.from(), shown.from());
        long days = ChronoUnit.DAYS.between(other.from(), shown.from());
        boolean isMonthsEarlier = shown.from().minusMonths(months).equals(other.from());
        return starts(shown).stream()
                .map(day -> isMonthsEarlier ? day.minusMonths(months) : day.minusDays(days))
                .toList();
    }

    /** A report cut at some days, the first of them its own first one; the last step goes to its end. */
    private static List<Step> steps(Report report, List<LocalDate> starts, FigureFormat format) {
        NavigableSet<LocalDate> cuts = new TreeSet<>(starts);
        Map<LocalDate, List<Report.Day>> steps = new LinkedHashMap<>();
        for (Report.Day day : report.days()) {
            LocalDate start = cuts.floor(day.date());
            if (start != null && !isToCome(report, day)) {
                steps.computeIfAbsent(start, cut -> new ArrayList<>()).add(day);
            }
        }
        return steps.values().stream().map(days -> step(days, format)).toList();
    }

    /** Nobody knows what will be open on a day to come. */
    private static boolean isToCome(Report report, Report.Day day) {
        return day.date().isAfter(report.today());
    }

    private static Step step(List<Report.Day> days, FigureFormat format) {
        Period period = new Period(days.getFirst().date(), days.getLast().date());
        return new Step(
                name(period, format),
                period,
                sum(days, counted -> counted.events(Measure.RECEIVED)),
                sum(days, counted -> counted.events(Measure.FIRST_CALL)),
                sum(days, counted -> counted.events(Measure.CLOSED)),
                days.getLast().open());
    }

    private static String name(Period period, FigureFormat format) {
        if (period.days() == 1) {
            return format.day(period.from());
        }
        YearMonth month = YearMonth.from(period.from());
        return month.equals(YearMonth.from(period.to()))
                ? format.month(month)
                : SpokenTime.in(format.locale()).days(period.from(), period.to());
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
