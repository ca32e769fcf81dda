package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.Roles;
import fr.rappel.statistics.Counted;
import fr.rappel.statistics.Definitions;
import fr.rappel.statistics.Figure;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.FigureValue;
import fr.rappel.statistics.FiguresBeingCounted;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.Statistics;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one has done oneself, today and lately; nobody else's figures. */
@Route("console/mes-chiffres")
@Menu(order = 5, title = "statistics.OwnFiguresView.title")
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/statistics.css")
class OwnFiguresView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final List<Preset> PERIODS = List.of(Preset.TODAY, Preset.WEEK, Preset.MONTH);
    private static final List<Figure> FIGURES = List.of(
            Figure.CALLED,
            Figure.CALLS,
            Figure.REACHED,
            Figure.REACHED_FIRST,
            Figure.CLOSED,
            Figure.ATTEMPTS,
            Figure.HANDLING,
            Figure.RATINGS,
            Figure.SATISFACTION);

    private final Statistics statistics;
    private final Definitions definitions;
    private final LineCalendar calendar;
    private final Clock clock;
    private final Div figures = new Div();

    OwnFiguresView(Statistics statistics, Definitions definitions, LineCalendar calendar, Clock clock) {
        this.statistics = statistics;
        this.definitions = definitions;
        this.calendar = calendar;
        this.clock = clock;
        addClassName("statistics");
        Header head = new Header(new H1(getTranslation("statistics.OwnFiguresView.title")));
        head.addClassName("view-head");
        add(head, new Paragraph(getTranslation("statistics.OwnFiguresView.about")), figures);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        figures.removeAll();
        try {
            figures.add(table());
        } catch (FiguresBeingCounted counting) {
            Paragraph refused = new Paragraph(getTranslation(counting.getDefaultMessage(), counting.getArguments()));
            refused.addClassName("empty");
            figures.add(refused);
        }
    }

    /** Whether some of the figures rest on it. */
    static boolean opens(Measure measure) {
        return FIGURES.stream().anyMatch(figure -> figure.rows() == measure);
    }

    private FigureTable table() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        Map<Preset, Counted> counted = new EnumMap<>(Preset.class);
        PERIODS.forEach(preset -> counted.put(preset, statistics.own(preset.period(today))));
        FigureFormat format = new FigureFormat(getLocale());
        List<String> columns = new ArrayList<>(List.of(getTranslation("statistics.OwnFiguresView.figure")));
        PERIODS.forEach(preset -> columns.add(getTranslation("statistics.PeriodBar.preset." + preset)));
        columns.add(getTranslation("statistics.FigureCards.definition"));
        FigureTable table = new FigureTable(getPageTitle(), columns);
        for (Figure figure : FIGURES) {
            List<Component> cells = new ArrayList<>();
            counted.forEach(
                    (preset, own) -> cells.add(cell(preset, preset.period(today), figure, figure.of(own), format)));
            cells.add(new NativeDetails(
                    getTranslation("statistics.FigureCards.definition"),
                    new Paragraph(definitions.of(figure, format.locale()))));
            table.addRow(getTranslation("statistics.figure." + figure), cells);
        }
        return table;
    }

    private Component cell(Preset preset, Period period, Figure figure, FigureValue value, FigureFormat format) {
        String text = format.value(figure, value);
        Component number = value.sample() == 0
                ? new Span(text)
                : new RowsLink(
                        RowsAddress.own(period, figure.rows()),
                        text,
                        getTranslation("statistics.figure." + figure),
                        getTranslation("statistics.PeriodBar.preset." + preset));
        return RowsLink.above(number, getTranslation("statistics.sample." + figure.rows(), value.sample()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("statistics.OwnFiguresView.title");
    }
}
