package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import fr.rappel.statistics.Change;
import fr.rappel.statistics.Definitions;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Figure;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.FigureValue;
import fr.rappel.statistics.Report;
import org.jspecify.annotations.Nullable;

/** Every figure of a period with its sample, its definition one click away, and the way to the rows behind it. */
class FigureCards extends Div {

    private final Definitions definitions;

    FigureCards(Definitions definitions) {
        this.definitions = definitions;
        addClassNames("figures", "figure-cards");
    }

    /**
     * @param other what the report is compared with
     */
    void show(Report report, @Nullable Report other, FigureFormat format) {
        removeAll();
        for (Figure figure : Figure.values()) {
            add(card(figure, report, other, format));
        }
    }

    private Component card(Figure figure, Report report, @Nullable Report other, FigureFormat format) {
        FigureValue value = figure.of(report);
        String name = getTranslation("statistics.figure." + figure);
        Span number = new Span(format.value(figure, value));
        number.addClassName("figure-value");
        Paragraph sample = new Paragraph(getTranslation("statistics.sample." + figure.rows(), value.sample()));
        sample.addClassName("figure-sample");
        Section card = new Section(new H2(name), number, compared(figure, value, other, format), sample);
        NativeDetails definition = new NativeDetails(
                getTranslation("statistics.FigureCards.definition"),
                new Paragraph(definitions.of(figure, format.locale())));
        definition.addClassName("definition");
        card.add(definition);
        Anchor rows = new Anchor(
                RowsAddress.of(report.period(), figure.rows(), Dimension.ALL, ""),
                getTranslation("statistics.FigureCards.rows"));
        rows.setAriaLabel(getTranslation("statistics.FigureCards.rowsNamed", name));
        card.add(rows);
        card.addClassName("figure");
        return card;
    }

    private Component compared(Figure figure, FigureValue value, @Nullable Report other, FigureFormat format) {
        if (other == null) {
            return new Paragraph();
        }
        Change change = format.change(figure.unit(), value, figure.of(other));
        Paragraph compared =
                new Paragraph(getTranslation("statistics.change." + change.kind(), change.by(), change.other()));
        compared.addClassName("figure-change");
        return compared;
    }
}
