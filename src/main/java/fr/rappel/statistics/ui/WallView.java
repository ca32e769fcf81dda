package fr.rappel.statistics.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.Roles;
import fr.rappel.shared.SpokenTime;
import fr.rappel.statistics.Definitions;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.Wall;
import fr.rappel.statistics.WallFeed;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the line is doing, live, for a screen on the wall that is read from four metres; no rail, nothing to press. */
@Route(value = "console/mur", autoLayout = false)
@Menu(order = 2.2, title = "statistics.WallView.title")
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/statistics.css")
@StyleSheet("context://styles/wall.css")
class WallView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Which of the two arrivals the latest was; "none" as long as the figures cannot be counted. */
    private static final String NEWS = "data-news";

    private final WallFeed feed;
    private final LineCalendar calendar;
    private final WallTile waiting = new WallTile("waiting");
    private final WallTile oldest = new WallTile("oldest");
    private final WallTile late = new WallTile("late");
    private final WallTile agents = new WallTile("agents");
    private final WallTile calls = new WallTile("calls");
    private final WallTile reached = new WallTile("reached");
    private final Chart chart = new Chart(getTranslation("statistics.WallView.hours"));
    private final Div hours = new Div();
    private final Span asOf = new Span();
    private final WallDefinitions definitions;
    private boolean odd;
    private @Nullable List<Wall.Hour> shownHours;

    WallView(WallFeed feed, Definitions definitions, LineCalendar calendar) {
        this.feed = feed;
        this.calendar = calendar;
        this.definitions = new WallDefinitions(definitions);
        addClassName("wall");
        Div tiles = new Div(waiting, oldest, late, agents, calls, reached);
        tiles.addClassName("wall-tiles");
        Section day = new Section(new H2(getTranslation("statistics.WallView.hours")), chart, hours);
        day.addClassName("wall-day");
        hours.addClassName("visually-hidden");
        asOf.addClassName("wall-time");
        Anchor back = new Anchor("console", getTranslation("statistics.WallView.back"));
        Button full = new Button(getTranslation("statistics.WallView.full"));
        full.addThemeVariants(ButtonVariant.TERTIARY);
        // Browsers grant it only within the click itself, which the server would hear of too late.
        // All of the page: news and the sign of a lost connection stand beside the wall.
        full.getElement()
                .executeJs("this.addEventListener('click', () => document.documentElement.requestFullscreen())");
        Span stale = new Span(getTranslation("statistics.WallView.interrupted"));
        stale.addClassName("wall-stale");
        Header head = new Header(
                new H1(getTranslation("statistics.WallView.title")), asOf, stale, this.definitions, full, back);
        head.addClassName("wall-head");
        add(head, tiles, day);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(feed.now());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("statistics.WallView.title");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        Runnable leave = feed.follow(new WallFeed.Screen() {
            @Override
            public void show(Wall wall) {
                access(ui, () -> WallView.this.show(wall));
            }

            @Override
            public void interrupt() {
                access(ui, () -> getElement().setAttribute(NEWS, "none"));
            }
        });
        addDetachListener(detach -> {
            leave.run();
            detach.unregisterListener();
        });
    }

    private static void access(UI ui, Command command) {
        try {
            ui.access(command);
        } catch (UIDetachedException e) {
            // The page was closed in between; its detaching ends the feed.
        }
    }

    private void show(Wall wall) {
        FigureFormat format = new FigureFormat(getLocale());
        SpokenTime time = SpokenTime.in(getLocale());
        // The styles count the time since it changed: whoever is cut off hears of nothing.
        getElement().setAttribute(NEWS, odd ? "odd" : "even");
        odd = !odd;
        definitions.show(wall.today());
        asOf.setText(time.time(wall.at().atZone(calendar.zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES)));
        Duration longest = wall.oldest();
        waiting.show(format.count(wall.waiting()), format.count(wall.received()), wall.received());
        oldest.show(longest == null ? "–" : time.duration(longest));
        late.show(format.count(wall.late()));
        late.alarm(wall.late() > 0);
        agents.show(format.count(wall.agents()), format.count(wall.calling()));
        calls.show(format.count(wall.calls()), usual(wall, format));
        reached.show(format.count(wall.reached()), format.count(wall.notReached()), wall.notReached());
        if (!wall.hours().equals(shownHours)) {
            shownHours = wall.hours();
            show(wall.hours(), format);
        }
    }

    /** Unknown as long as none of these days is counted. */
    private static String usual(@Nullable Double calls, FigureFormat format) {
        return calls == null ? "–" : format.count(Math.round(calls));
    }

    private String usual(Wall wall, FigureFormat format) {
        return getTranslation(
                "statistics.WallView.usual" + (wall.usualIsCounted() ? "" : ".counting"),
                usual(wall.callsUsually(), format),
                SpokenTime.in(getLocale()).day(wall.today().getDayOfWeek()));
    }

    private void show(List<Wall.Hour> day, FigureFormat format) {
        SpokenTime time = SpokenTime.in(getLocale());
        String today = getTranslation("statistics.WallView.today");
        String usually = getTranslation("statistics.WallView.usually");
        List<String> names = new ArrayList<>();
        List<@Nullable Long> called = new ArrayList<>();
        List<@Nullable Long> usual = new ArrayList<>();
        FigureTable table = new FigureTable(
                getTranslation("statistics.WallView.hours"),
                List.of(getTranslation("statistics.WallView.hour"), today, usually));
        for (Wall.Hour hour : day) {
            String name = time.time(LocalTime.of(hour.hour(), 0));
            names.add(name);
            called.add(hour.calls());
            usual.add(hour.usually() == null ? null : Math.round(hour.usually()));
            table.addRow(
                    name,
                    List.of(
                            new Span(hour.calls() == null ? "–" : format.count(hour.calls())),
                            new Span(usual(hour.usually(), format))));
        }
        chart.show(
                names,
                List.of(
                        new Chart.Series(today, Chart.Kind.BAR, Chart.Ink.ACCENT, called),
                        new Chart.Series(usually, Chart.Kind.LINE, Chart.Ink.WARNING, usual)));
        // Not seen, so there is nothing to scroll: the keyboard passes by.
        table.getElement().removeAttribute("tabindex");
        hours.removeAll();
        hours.add(table);
    }
}
