package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import fr.rappel.faq.FaqUse;
import fr.rappel.faq.Readership;
import fr.rappel.faq.UseKind;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.FaqFigure;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.FigureValue;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the public questions spare people a call, counted without knowing who they are. */
class FaqSection extends Section {

    /** What is known of each answer. */
    private static final List<FaqFigure> USED = List.of(FaqFigure.READS, FaqFigure.ASKED, FaqFigure.NOT_ASKED);

    private final Readership readership;
    private final Faq faq;
    private final Component files;

    /** @param files asks for the counters behind it */
    FaqSection(Readership readership, Faq faq, Component files) {
        this.files = files;
        this.readership = readership;
        this.faq = faq;
        addClassName("block");
    }

    /**
     * @param other what the report is compared with
     */
    void show(Report report, @Nullable Report other, FigureFormat format) {
        removeAll();
        FaqUse use = use(report);
        add(
                new H2(text("title")),
                new Paragraph(text("about")),
                figures(report, use, other, format),
                mostUsed(report, use.mostUsed(), format),
                missing(report, use, format),
                files);
    }

    private FaqUse use(Report report) {
        return readership.in(report.period().from(), report.period().to());
    }

    private FigureTable figures(Report report, FaqUse use, @Nullable Report other, FigureFormat format) {
        List<String> columns = new ArrayList<>();
        Stream.of("figure", "value", "other", "sample", "definition")
                .filter(column -> !column.equals("other") || other != null)
                .forEach(column -> columns.add(text(column)));
        FigureTable table = new FigureTable(text("title"), columns);
        FaqUse then = other == null ? null : use(other);
        for (FaqFigure figure : FaqFigure.values()) {
            String name = name(figure, "");
            FigureValue value = figure.of(use, requests(report));
            List<Component> cells = new ArrayList<>();
            cells.add(value(name, format.value(figure.unit(), value), value, address(report, figure.rows())));
            if (other != null && then != null) {
                cells.add(new Span(format.value(figure.unit(), figure.of(then, requests(other)))));
            }
            cells.add(sample(figure, value, report));
            cells.add(new NativeDetails(text("definition"), new Paragraph(name(figure, ".definition"))));
            table.addRow(name, cells);
        }
        return table;
    }

    /** Opens the rows behind it, if there are any; a share that cannot be given says why. */
    private Component value(String name, String text, FigureValue value, String address) {
        if (value.sample() == 0) {
            return new Span(text);
        }
        if (value.value() == null) {
            return RowsLink.above(new Span(text), text("moreRequests"));
        }
        Anchor rows = new Anchor(address, text);
        rows.setAriaLabel(text("rows", text, name));
        return rows;
    }

    /** What a figure rests on, and the way to those of its rows that its value does not open. */
    private Component sample(FaqFigure figure, FigureValue value, Report report) {
        Div sample = new Div(new Span(name(figure, ".sample", value.sample(), requests(report))));
        if (value.sample() == 0) {
            return sample;
        }
        switch (figure) {
            case IN_VAIN -> sample.add(new Div(rows(report, UseKind.SEARCH)));
            case NOT_ASKED -> sample.add(new Div(rows(report, UseKind.ASKED)));
            case WITHOUT_REQUEST ->
                sample.add(new Div(rows(
                        RowsAddress.of(report.period(), Measure.RECEIVED, Dimension.ALL, ""),
                        getTranslation("statistics.measure." + Measure.RECEIVED))));
            default -> {
                // The value opens all of them.
            }
        }
        return sample;
    }

    private Anchor rows(Report report, UseKind kind) {
        return rows(address(report, kind), getTranslation("statistics.useKind." + kind));
    }

    private Anchor rows(String address, String what) {
        return new Anchor(address, getTranslation("statistics.FigureCards.rowsNamed", what));
    }

    private static long requests(Report report) {
        return report.all().events(Measure.RECEIVED);
    }

    private static String address(Report report, UseKind kind) {
        return RowsAddress.of(report.period(), kind);
    }

    private Component mostUsed(Report report, List<FaqUse.Entry> entries, FigureFormat format) {
        Map<String, String> definitions = new LinkedHashMap<>();
        USED.forEach(figure -> definitions.put(name(figure, ".short"), name(figure, ".definition")));
        List<String> columns = new ArrayList<>(List.of(text("mostUsed.item")));
        columns.addAll(definitions.keySet());
        FigureTable table = new FigureTable(text("mostUsed"), columns);
        for (FaqUse.Entry entry : entries) {
            FigureValue notAsked = FaqFigure.without(entry.asked(), entry.reads());
            String share = format.value(FaqFigure.NOT_ASKED.unit(), notAsked);
            String sample = notAsked.value() == null
                    ? text("moreRequests")
                    : getTranslation("statistics.BreakdownSection.sample", format.count(entry.reads()));
            table.addRow(
                    question(entry.slug()),
                    List.of(
                            times(report, UseKind.READ, entry.slug(), entry.reads(), format),
                            times(report, UseKind.ASKED, entry.slug(), entry.asked(), format),
                            RowsLink.above(new Span(share), sample)));
        }
        Section list = list("mostUsed", text("mostUsed.empty"), entries.isEmpty(), table);
        list.add(new DefinitionDetails(definitions));
        if (!entries.isEmpty()) {
            list.add(new Paragraph(rows(report, UseKind.READ)), new Paragraph(rows(report, UseKind.ASKED)));
        }
        return list;
    }

    private Component missing(Report report, FaqUse use, FigureFormat format) {
        boolean isForgotten = report.period().from().isBefore(use.wordsSince());
        FigureTable table = new FigureTable(text("missing"), List.of(text("missing.item"), text("missing.times")));
        use.missing()
                .forEach(one -> table.addRow(
                        one.item(), List.of(times(report, UseKind.WORDS, one.item(), one.times(), format))));
        String empty = text(isForgotten ? "missing.emptySince" : "missing.empty");
        Section list = list("missing", empty, use.missing().isEmpty(), table);
        if (isForgotten) {
            list.add(new Paragraph(text("missing.forgotten", format.day(use.wordsSince()))));
        }
        list.add(new DefinitionDetails(Map.of(text("missing.item"), text("missing.definition"))));
        if (!use.missing().isEmpty()) {
            list.add(new Paragraph(rows(report, UseKind.WORDS)));
        }
        return list;
    }

    /** Opens the rows of that answer, or of that text. */
    private Component times(Report report, UseKind kind, String item, long times, FigureFormat format) {
        String text = format.count(times);
        return times == 0
                ? new Span(text)
                : new RowsLink(
                        RowsAddress.of(report.period(), kind, item),
                        text,
                        getTranslation("statistics.useKind." + kind),
                        kind.isOfEntries() ? question(item) : item);
    }

    private Section list(String name, String emptyText, boolean isEmpty, FigureTable table) {
        Paragraph empty = new Paragraph(emptyText);
        empty.addClassName("empty");
        return new Section(new H3(text(name)), isEmpty ? empty : table);
    }

    private String question(String slug) {
        return faq.entry(slug).map(FaqEntry::question).orElse(slug);
    }

    private String name(FaqFigure figure, String what, Object... arguments) {
        return getTranslation("statistics.faqFigure." + figure + what, arguments);
    }

    private String text(String key, Object... arguments) {
        return getTranslation("statistics.FaqSection." + key, arguments);
    }
}
