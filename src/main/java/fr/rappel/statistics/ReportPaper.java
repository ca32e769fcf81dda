package fr.rappel.statistics;

import static org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes.H1;
import static org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes.H2;
import static org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes.P;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.faq.FaqUse;
import fr.rappel.faq.FaqUses;
import fr.rappel.shared.Organisation;
import fr.rappel.statistics.Paper.Cell;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The report of a period on paper: every figure beside those of the period before and of the year before, with what it
 * rests on and how it is defined, those of the public questions as well; then one breakdown.
 */
@Component
class ReportPaper {

    private static final float TITLE = 18;
    private static final float HEADING = 13;
    private static final float BODY = 9.5f;
    private static final float SMALL = 8;

    /** So that the longest word above a narrow column fits. */
    private static final float NARROW = 7;

    /** Widths of the table of figures: name, value, two comparisons, sample. */
    private static final List<Float> COLUMNS = List.of(145f, 70f, 100f, 100f, 80f);

    private static final float BROKEN_DOWN_COLUMN = 44;

    /** What of a breakdown fits the width of the paper; the files for spreadsheets have every figure. */
    private static final List<Figure> BROKEN_DOWN = List.of(
            Figure.RECEIVED,
            Figure.CALLED,
            Figure.MEDIAN_WAIT,
            Figure.WAIT_90,
            Figure.IN_TIME,
            Figure.CALLS,
            Figure.REACHED,
            Figure.CLOSED,
            Figure.SATISFACTION);

    private final PeriodCount count;
    private final BreakdownLines lines;
    private final Definitions definitions;
    private final FaqUses uses;
    private final MessageSource messages;
    private final Organisation organisation;
    private final LineCalendar calendar;

    ReportPaper(
            PeriodCount count,
            BreakdownLines lines,
            Definitions definitions,
            FaqUses uses,
            MessageSource messages,
            Organisation organisation,
            LineCalendar calendar) {
        this.count = count;
        this.lines = lines;
        this.definitions = definitions;
        this.uses = uses;
        this.messages = messages;
        this.organisation = organisation;
        this.calendar = calendar;
    }

    void write(Period period, Dimension by, Locale language, OutputStream out) throws IOException {
        ReportWords words = new ReportWords(messages, language);
        Report report = count.report(period, EnumSet.of(by), EnumSet.of(by));
        List<@Nullable Report> others = new ArrayList<>();
        others.add(other(period, Comparison.BEFORE));
        others.add(other(period, Comparison.YEAR));
        String title = words.of("statistics.ReportPaper.title", organisation.name());
        ZonedDateTime asOf = report.asOf().atZone(calendar.zone());
        try (Paper paper =
                new Paper(title, language, asOf, page -> words.of("statistics.ReportPaper.page", title, page))) {
            paper.text(H1, title, TITLE, Paper.INK);
            paper.text(P, about(words, report, others), BODY, Paper.INK);
            paper.text(P, words.of("statistics.ReportPaper.asOf", words.moment(asOf)), BODY, Paper.QUIET);
            paper.space(BODY);
            figures(paper, words, report, others);
            questions(paper, words, report, others);
            breakdown(paper, words, by, report);
            paper.writeTo(out);
        }
    }

    private static String about(ReportWords words, Report report, List<@Nullable Report> others) {
        String about = words.period("statistics.StatisticsView.period", report.period());
        if (others.stream()
                .anyMatch(other -> other == null || other.period().from().isBefore(report.since()))) {
            about = words.nothingBefore(about, report.since());
        }
        String running = others.stream().allMatch(Objects::isNull)
                ? "statistics.StatisticsView.running"
                : "statistics.StatisticsView.runningCompared";
        return report.isRunning() ? words.of(running, about) : about;
    }

    private @Nullable Report other(Period period, Comparison comparison) {
        return count.compared(period, comparison, Set.of(), Set.of()).orElse(null);
    }

    private void figures(Paper paper, ReportWords words, Report report, List<@Nullable Report> others)
            throws IOException {
        Paper.Table table = table(paper, words, others);
        for (Figure figure : Figure.values()) {
            String sample = words.of(
                    "statistics.sample." + figure.rows(), figure.of(report).sample());
            figure(table, words, words.name(figure), figure.unit(), report, others, figure::of, sample);
            table.note(definitions.of(figure, words.locale()), SMALL, Paper.QUIET);
        }
    }

    private static Paper.Table table(Paper paper, ReportWords words, List<@Nullable Report> others) throws IOException {
        List<String> headings = List.of(
                words.of("statistics.ReportPaper.figure"),
                words.of("statistics.ReportPaper.value"),
                heading(words, "statistics.ReportPaper.before", "statistics.ReportPaper.none.before", others.get(0)),
                heading(words, "statistics.ReportPaper.year", "statistics.ReportPaper.none.year", others.get(1)),
                words.of("statistics.ReportPaper.sample"));
        return paper.table(cells(COLUMNS, headings), SMALL, Paper.QUIET);
    }

    /** What the public questions are worth, in the same columns. */
    private void questions(Paper paper, ReportWords words, Report report, List<@Nullable Report> others)
            throws IOException {
        paper.space(2 * BODY);
        paper.keepTogether(12 * BODY);
        paper.text(H2, words.of("statistics.FaqSection.title"), HEADING, Paper.INK);
        Paper.Table table = table(paper, words, others);
        FaqUse use = use(report);
        for (FaqFigure figure : FaqFigure.values()) {
            String name = "statistics.faqFigure." + figure;
            long requests = requests(report);
            String sample = words.of(name + ".sample", figure.of(use, requests).sample(), requests);
            figure(
                    table,
                    words,
                    words.of(name),
                    figure.unit(),
                    report,
                    others,
                    of -> figure.of(use(of), requests(of)),
                    sample);
            table.note(words.of(name + ".definition"), SMALL, Paper.QUIET);
        }
    }

    private FaqUse use(Report report) {
        return uses.in(report.period().from(), report.period().to());
    }

    private static long requests(Report report) {
        return report.all().events(Measure.RECEIVED);
    }

    private static void figure(
            Paper.Table table,
            ReportWords words,
            String name,
            Unit unit,
            Report report,
            List<@Nullable Report> others,
            Function<Report, FigureValue> of,
            String sample)
            throws IOException {
        FigureValue value = of.apply(report);
        List<String> row = new ArrayList<>();
        row.add(name);
        row.add(words.value(unit, value));
        others.forEach(other -> row.add(other == null ? "" : words.compared(unit, value, of.apply(other))));
        row.add(sample);
        table.row(cells(COLUMNS, row), BODY, Paper.INK, 6 * BODY);
    }

    private static String heading(ReportWords words, String key, String none, @Nullable Report other) {
        return other == null ? words.of(none) : words.period(key, other.period());
    }

    private void breakdown(Paper paper, ReportWords words, Dimension by, Report report) throws IOException {
        paper.space(2 * BODY);
        paper.keepTogether(8 * BODY);
        paper.text(
                H2,
                words.of("statistics.ReportPaper.breakdown", words.of("statistics.dimension." + by)),
                HEADING,
                Paper.INK);
        List<Item> items = lines.items(by, report.by(by), words.locale()).stream()
                .filter(item -> !item.counted().amounts().isEmpty())
                .toList();
        if (items.isEmpty()) {
            paper.text(P, words.of("statistics.BreakdownSection.empty"), BODY, Paper.QUIET);
            return;
        }
        List<Figure> figures = BROKEN_DOWN.stream()
                .filter(figure -> items.stream()
                        .anyMatch(item -> figure.of(item.counted()).sample() > 0))
                .toList();
        List<Float> widths = new ArrayList<>();
        widths.add(Paper.WIDTH - figures.size() * BROKEN_DOWN_COLUMN);
        figures.forEach(figure -> widths.add(BROKEN_DOWN_COLUMN));
        List<String> titles = new ArrayList<>();
        titles.add(words.of("statistics.dimension." + by));
        figures.forEach(figure -> titles.add(words.of("statistics.figure." + figure + ".short")));
        Paper.Table table = paper.table(cells(widths, titles), NARROW, Paper.QUIET);
        for (Item item : items) {
            List<String> row = new ArrayList<>();
            row.add(item.label());
            figures.forEach(figure -> row.add(words.ofItem(figure, item.counted())));
            table.row(cells(widths, row), SMALL, Paper.INK, 4 * SMALL);
        }
    }

    /** The first one is a name, the others are numbers. */
    private static List<Cell> cells(List<Float> widths, List<String> texts) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(new Cell(texts.get(i), widths.get(i), i > 0));
        }
        return cells;
    }
}
