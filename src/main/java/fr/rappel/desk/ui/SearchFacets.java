package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.DossierType;
import fr.rappel.dossier.Profile;
import fr.rappel.dossier.SearchFilter;
import fr.rappel.dossier.SearchHit;
import fr.rappel.dossier.SearchResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the dossiers found may be narrowed by, as chips with counts, or what they are at least; pressing a chip again lets it go. */
class SearchFacets extends Div {

    private final Runnable changed;

    /** The chip of each value of any facet, in the order shown. */
    private final Map<Object, Button> chips = new LinkedHashMap<>();

    private SearchFilter filter = SearchFilter.NONE;
    private String more = "";

    SearchFacets(Runnable changed) {
        this.changed = changed;
        addClassName("filters");
    }

    SearchFilter filter() {
        return filter;
    }

    void choose(SearchFilter chosen) {
        filter = chosen;
    }

    void show(SearchResult result) {
        removeAll();
        chips.clear();
        SearchFilter now = filter;
        more = result.isAtLeast() ? "+" : "";
        chips(
                "dossier.facet.type",
                result.facet(SearchHit::type),
                now.type(),
                type -> getTranslation(type.messageKey()),
                (@Nullable DossierType type) -> new SearchFilter(type, now.status(), now.year(), now.profile()));
        chips(
                "dossier.facet.status",
                result.facet(SearchHit::status),
                now.status(),
                status -> getTranslation(status.messageKey()),
                (@Nullable DossierStatus status) -> new SearchFilter(now.type(), status, now.year(), now.profile()));
        chips(
                "dossier.facet.year",
                result.facet(SearchHit::year),
                now.year(),
                String::valueOf,
                (@Nullable Integer year) -> new SearchFilter(now.type(), now.status(), year, now.profile()));
        chips(
                "dossier.facet.profile",
                result.facet(SearchHit::profile),
                now.profile(),
                profile -> getTranslation(profile.messageKey()),
                (@Nullable Profile profile) -> new SearchFilter(now.type(), now.status(), now.year(), profile));
    }

    /** Whoever pressed a chip stays on it, or on the first one if it is gone. */
    private void focus(Object value) {
        Button chip = chips.get(value);
        if (chip != null) {
            chip.focus();
        } else {
            chips.values().stream().findFirst().ifPresent(Button::focus);
        }
    }

    /** A single value leaves nothing to choose, unless it is the one chosen. */
    private <K extends Comparable<K>> void chips(
            String title,
            SortedMap<K, Integer> counts,
            @Nullable K chosen,
            Function<K, String> label,
            Function<@Nullable K, SearchFilter> choose) {
        if (chosen != null) {
            counts.putIfAbsent(chosen, 0);
        } else if (counts.size() < 2) {
            return;
        }
        Div row = new Div();
        row.addClassName("chips");
        row.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation(title));
        Span said = new Span(getTranslation(title));
        said.addClassName("chips-title");
        said.getElement().setAttribute("aria-hidden", "true");
        row.add(said);
        counts.forEach((value, count) -> {
            boolean pressed = value.equals(chosen);
            Button chip = new Button(label.apply(value) + " " + count + more, click -> {
                filter = choose.apply(pressed ? null : value);
                changed.run();
                focus(value);
            });
            chips.put(value, chip);
            chip.addClassName("chip");
            chip.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
            row.add(chip);
        });
        add(row);
    }
}
