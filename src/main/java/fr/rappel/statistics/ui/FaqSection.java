package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
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
import fr.rappel.statistics.FaqFigure;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.FigureValue;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the public questions spare people a call, counted without knowing who they are. */
class FaqSection extends Section {

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
                mostRead(report, use.mostRead(), format),
                missing(report, use.missing(), format),
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
            cells.add(new Span(name(figure, ".sample", value.sample(), requests(report))));
            cells.add(new NativeDetails(text("definition"), new Paragraph(name(figure, ".definition"))));
            table.addRow(name, cells);
        }
        return table;
    }

    /** Opens the rows behind it, if there are any. */
    private Component value(String name, String text, FigureValue value, String address) {
        if (value.value() == null || value.sample() == 0) {
            return new Span(text);
        }
        Anchor rows = new Anchor(address, text);
        rows.setAriaLabel(text("rows", text, name));
        return rows;
    }

    private static long requests(Report report) {
        return report.all().events(Measure.RECEIVED);
    }

    private static String address(Report report, UseKind kind) {
        return RowsAddress.of(report.period(), kind);
    }

    private Component mostRead(Report report, List<FaqUse.Entry> entries, FigureFormat format) {
        FigureTable table = new FigureTable(
                text("mostRead"),
                Stream.of("item", "times", "asked", "notAsked")
                        .map(column -> text("mostRead." + column))
                        .toList());
        for (FaqUse.Entry entry : entries) {
            FigureValue notAsked = FaqFigure.without(entry.asked(), entry.reads());
            table.addRow(
                    question(entry.slug()),
                    List.of(
                            new Span(format.count(entry.reads())),
                            new Span(format.count(entry.asked())),
                            new Span(format.value(FaqFigure.NOT_ASKED.unit(), notAsked))));
        }
        return list("mostRead", entries.isEmpty(), table, report, UseKind.READ, UseKind.ASKED);
    }

    private Component missing(Report report, List<FaqUse.Times> words, FigureFormat format) {
        FigureTable table = new FigureTable(text("missing"), List.of(text("missing.item"), text("missing.times")));
        words.forEach(one -> table.addRow(one.item(), List.of(new Span(format.count(one.times())))));
        return list("missing", words.isEmpty(), table, report, UseKind.WORDS);
    }

    private Component list(String name, boolean isEmpty, FigureTable table, Report report, UseKind... kinds) {
        Section list = new Section(new H3(text(name)));
        if (isEmpty) {
            Paragraph empty = new Paragraph(text(name + ".empty"));
            empty.addClassName("empty");
            list.add(empty);
            return list;
        }
        list.add(table);
        for (UseKind kind : kinds) {
            String what = getTranslation("statistics.useKind." + kind);
            list.add(new Paragraph(
                    new Anchor(address(report, kind), getTranslation("statistics.FigureCards.rowsNamed", what))));
        }
        return list;
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
