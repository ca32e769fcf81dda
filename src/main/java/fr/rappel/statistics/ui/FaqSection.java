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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the public questions spare people a call, counted without knowing who they are. */
class FaqSection extends Section {

    private final Readership readership;
    private final Faq faq;

    FaqSection(Readership readership, Faq faq) {
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
                list("mostRead", use.mostRead(), this::question, address(report, UseKind.READ), format),
                list("missing", use.missing(), UnaryOperator.identity(), address(report, UseKind.WORDS), format));
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

    private Component list(
            String name, List<FaqUse.Times> items, UnaryOperator<String> words, String address, FigureFormat format) {
        Section list = new Section(new H3(text(name)));
        if (items.isEmpty()) {
            Paragraph empty = new Paragraph(text(name + ".empty"));
            empty.addClassName("empty");
            list.add(empty);
            return list;
        }
        FigureTable table = new FigureTable(text(name), List.of(text(name + ".item"), text(name + ".times")));
        items.forEach(item -> table.addRow(words.apply(item.item()), List.of(new Span(format.count(item.times())))));
        Anchor rows = new Anchor(address, getTranslation("statistics.FigureCards.rows"));
        rows.setAriaLabel(getTranslation("statistics.FigureCards.rowsNamed", text(name)));
        list.add(table, rows);
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
