package fr.rappel.statistics.ui;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.faq.Faq;
import fr.rappel.faq.Readership;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import fr.rappel.shared.ui.Polling;
import fr.rappel.statistics.Comparison;
import fr.rappel.statistics.Definitions;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.ExportContents;
import fr.rappel.statistics.Exports;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.FiguresBeingCounted;
import fr.rappel.statistics.ItemWords;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.Report;
import fr.rappel.statistics.RowQuery;
import fr.rappel.statistics.Statistics;
import fr.rappel.statistics.StatisticsAddress;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of a period, each with its definition and the rows behind it. What is chosen stands in the address. */
@Route(StatisticsAddress.PATH)
@Menu(order = 2.5, title = "statistics.StatisticsView.title")
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/statistics.css")
class StatisticsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int RETRY_MILLIS = 2_000;

    private final Statistics statistics;
    private final LineCalendar calendar;
    private final Clock clock;
    private final Paragraph about = new Paragraph();
    private final PeriodBar bar;
    private final FigureCards cards;
    private final VolumeSection volumes;
    private final HeatMap hours;
    private final BreakdownSection breakdown;
    private final FaqSection questions;
    private final Polling polling = new Polling(this, RETRY_MILLIS, () -> show(requireShown()));
    private @Nullable Choice shown;

    StatisticsView(
            Statistics statistics,
            ItemWords words,
            Definitions definitions,
            Exports exports,
            Readership readership,
            Faq faq,
            LineCalendar calendar,
            Clock clock) {
        this.statistics = statistics;
        this.calendar = calendar;
        this.clock = clock;
        addClassName("statistics");
        bar = new PeriodBar(this::today, this::open);
        cards = new FigureCards(definitions);
        volumes = new VolumeSection(
                definitions,
                new ExportButtons(
                        exports,
                        ExportContents.DAYS,
                        this::shownQuery,
                        () -> requireShown().comparison()));
        hours = new HeatMap(words, definitions, new ExportButtons(exports, ExportContents.HOURS, this::shownQuery));
        breakdown = new BreakdownSection(
                words, definitions, dimension -> open(requireShown().with(dimension)));
        questions =
                new FaqSection(readership, faq, new ExportButtons(exports, ExportContents.QUESTIONS, this::shownQuery));
        Button print = new Button(
                getTranslation("statistics.StatisticsView.print"),
                click -> UI.getCurrent().getPage().executeJs("window.print()"));
        Anchor files = new Anchor(StatisticsAddress.EXPORTS, getTranslation("statistics.StatisticsView.exports"));
        Anchor reports = new Anchor("console/rapports", getTranslation("statistics.ReportsView.title"));
        Header head = new Header(
                new H1(getTranslation("statistics.StatisticsView.title")),
                new ExportButtons(
                        exports,
                        ExportContents.BREAKDOWN,
                        this::shownQuery,
                        () -> requireShown().comparison()),
                print,
                files,
                reports);
        head.addClassName("view-head");
        about.addClassName("about-period");
        about.getElement().setAttribute("role", "status");
        add(head, bar, about, cards, volumes, breakdown, hours, questions);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Choice.of(event.getLocation().getQueryParameters(), today()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("statistics.StatisticsView.title");
    }

    private void show(Choice choice) {
        shown = choice;
        bar.show(choice);
        FigureFormat format = new FigureFormat(getLocale());
        try {
            Report report = statistics.report(
                    choice.period(), EnumSet.of(Dimension.WEEK_HOUR, choice.by()), EnumSet.of(choice.by()));
            Optional<Period> compared = choice.comparison().of(choice.period());
            Report other = compared.map(period -> statistics.report(period, EnumSet.of(choice.by())))
                    .filter(found -> !found.isBeforeAnything())
                    .orElse(null);
            about.setText(about(report, compared.orElse(choice.period()), other, format));
            cards.show(report, other, format);
            volumes.show(report, other, format);
            hours.show(report, format);
            breakdown.show(report, other, choice.by(), format);
            questions.show(report, other, format);
            polling.during(false);
        } catch (Refusal refusal) {
            about.setText("");
            Stream.of(cards, volumes, breakdown, hours, questions).forEach(HasComponents::removeAll);
            bar.refuse(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
            polling.during(refusal instanceof FiguresBeingCounted);
        }
    }

    private String about(Report report, Period first, @Nullable Report other, FigureFormat format) {
        String about = getTranslation(
                "statistics.StatisticsView.period",
                format.day(report.period().from()),
                format.day(report.period().to()));
        if (other != null) {
            about = getTranslation(
                    "statistics.StatisticsView.compared",
                    about,
                    format.day(other.period().from()),
                    format.day(other.period().to()));
        }
        if (first.from().isBefore(report.since())) {
            about = getTranslation("statistics.StatisticsView.nothingBefore", about, format.day(report.since()));
        }
        String running =
                other == null ? "statistics.StatisticsView.running" : "statistics.StatisticsView.runningCompared";
        return report.isRunning() ? getTranslation(running, about) : about;
    }

    private void open(Choice choice) {
        getUI().ifPresent(ui -> ui.navigate(StatisticsView.class, choice.address()));
    }

    private Choice requireShown() {
        return shown == null ? new Choice(Preset.MONTH.period(today()), Comparison.BEFORE, Dimension.TOPIC) : shown;
    }

    private RowQuery shownQuery() {
        Choice choice = requireShown();
        return new RowQuery(choice.period(), Measure.RECEIVED, choice.by(), "");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }
}
