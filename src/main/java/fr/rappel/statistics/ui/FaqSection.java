package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
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
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
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
        FaqUse use = use(report.period());
        List<String> now = values(use, report, format);
        List<String> then = other == null ? List.of() : values(use(other.period()), other, format);
        add(
                new H2(text("title")),
                new Paragraph(text("about")),
                figures(now, then, samples(use, report)),
                list("mostRead", use.mostRead(), this::question, format),
                list("missing", use.missing(), UnaryOperator.identity(), format));
    }

    private FaqUse use(Period period) {
        return readership.in(period.from(), period.to());
    }

    private FigureTable figures(List<String> now, List<String> then, List<String> samples) {
        List<String> columns = new ArrayList<>();
        Stream.of("figure", "value", "other", "sample", "definition")
                .filter(column -> !column.equals("other") || !then.isEmpty())
                .forEach(column -> columns.add(text(column)));
        FigureTable table = new FigureTable(text("title"), columns);
        List<String> figures = List.of("searches", "inVain", "reads", "withoutRequest");
        for (int i = 0; i < figures.size(); i++) {
            List<Component> cells = new ArrayList<>();
            cells.add(new Span(now.get(i)));
            if (!then.isEmpty()) {
                cells.add(new Span(then.get(i)));
            }
            cells.add(new Span(samples.get(i)));
            cells.add(new NativeDetails(text("definition"), new Paragraph(text(figures.get(i) + ".definition"))));
            table.addRow(text(figures.get(i)), cells);
        }
        return table;
    }

    private List<String> values(FaqUse use, Report report, FigureFormat format) {
        long requests = report.all().events(Measure.RECEIVED);
        return List.of(
                format.count(use.searches()),
                format.share(use.inVain(), use.searches()),
                format.count(use.reads()),
                format.share(use.reads() - requests, use.reads() < requests ? 0 : use.reads()));
    }

    private List<String> samples(FaqUse use, Report report) {
        return List.of(
                text("searches.sample", use.searches()),
                text("searches.sample", use.searches()),
                text("reads.sample", use.reads()),
                text("withoutRequest.sample", use.reads(), report.all().events(Measure.RECEIVED)));
    }

    private Component list(String name, List<FaqUse.Times> items, UnaryOperator<String> words, FigureFormat format) {
        Section list = new Section(new H3(text(name)));
        if (items.isEmpty()) {
            Paragraph empty = new Paragraph(text(name + ".empty"));
            empty.addClassName("empty");
            list.add(empty);
            return list;
        }
        FigureTable table = new FigureTable(text(name), List.of(text(name + ".item"), text(name + ".times")));
        items.forEach(item -> table.addRow(words.apply(item.item()), List.of(new Span(format.count(item.times())))));
        list.add(table);
        return list;
    }

    private String question(String slug) {
        return faq.entry(slug).map(FaqEntry::question).orElse(slug);
    }

    private String text(String key, Object... arguments) {
        return getTranslation("statistics.FaqSection." + key, arguments);
    }
}
