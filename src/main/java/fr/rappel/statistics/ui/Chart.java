package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A chart in the browser; whoever shows it puts the same numbers into a table beside it. */
@Tag("rappel-chart")
@JsModule("./chart.ts")
@NpmPackage(value = "echarts", version = "6.0.0")
class Chart extends Component {

    /** How a series is drawn. */
    enum Kind {
        BAR,
        LINE
    }

    /** In which colour: one of our style variables. */
    enum Ink {
        ACCENT,
        SUCCESS,
        WARNING,
        QUIET;

        private String variable() {
            return "--rappel-" + (this == QUIET ? "text-quiet" : name().toLowerCase(Locale.ROOT));
        }
    }

    Chart(String label) {
        getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        addClassName("chart");
    }

    /** Series over a time or another order, side by side. */
    void show(List<String> categories, List<Series> series) {
        getElement().setPropertyBean("data", new Data(categories, series, false));
    }

    /** One bar for each category, lying, for names that need room. */
    void showLying(List<String> categories, Series series) {
        getElement().getStyle().setHeight((categories.size() * 1.75 + 3) + "rem");
        getElement().setPropertyBean("data", new Data(categories, List.of(series), true));
    }

    /**
     * @param color the variable of an {@link Ink}
     */
    record Series(String name, String kind, String color, List<@Nullable Long> values) {

        Series(String name, Kind kind, Ink ink, List<@Nullable Long> values) {
            this(name, kind.name().toLowerCase(Locale.ROOT), ink.variable(), values);
        }
    }

    record Data(List<String> categories, List<Series> series, boolean lying) {}
}
