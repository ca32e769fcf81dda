package fr.rappel.statistics.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import fr.rappel.statistics.Definitions;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each number of the wall means, and the way to what it counts. */
class WallDefinitions extends NativeDetails {

    private static final List<String> NAMES =
            List.of("waiting", "received", "oldest", "late", "agents", "calls", "reached", "notReached", "hours");

    private final Definitions definitions;
    private @Nullable LocalDate shown;

    WallDefinitions(Definitions definitions) {
        this.definitions = definitions;
        addClassName("wall-definitions");
        setSummaryText(getTranslation("statistics.WallView.definitions"));
    }

    /** What is counted by the day leads to the rows of that day. */
    void show(LocalDate today) {
        if (today.equals(shown)) {
            return;
        }
        shown = today;
        DescriptionList list = new DescriptionList();
        NAMES.forEach(name -> {
            String key = "statistics.WallView." + name;
            DescriptionList.Description description =
                    new DescriptionList.Description(new Span(definitions.of(key, getLocale())));
            description.add(rows(address(name, new Period(today, today)), getTranslation(key)));
            list.add(new DescriptionList.Term(getTranslation(key)), description);
        });
        setContent(list);
    }

    private static String address(String name, Period today) {
        return switch (name) {
            case "waiting", "oldest" -> "console?part=TO_CALL";
            case "late" -> "console?part=LATE";
            case "agents" -> "console?part=TAKEN";
            case "received" -> RowsAddress.of(today, Measure.RECEIVED, Dimension.ALL, "");
            case "calls", "hours", "notReached" -> RowsAddress.of(today, Measure.CALL, Dimension.ALL, "");
            case "reached" -> RowsAddress.of(today, Measure.REACHED, Dimension.ALL, "");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Anchor rows(String address, String name) {
        Anchor rows = new Anchor(address, getTranslation("statistics.FigureCards.rows"));
        rows.setAriaLabel(getTranslation("statistics.FigureCards.rowsNamed", name));
        return rows;
    }
}
