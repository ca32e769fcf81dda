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
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the dossiers found may be narrowed by, as chips with counts, or what they are at least; pressing a chip again lets it go. */
class SearchFacets extends Div {

    private final Runnable changed;
    private SearchFilter filter = SearchFilter.NONE;
    private String more = "";

    SearchFacets(Runnable changed) {
        this.changed = changed;
        addClassName("filters");
    }

    SearchFilter filter() {
        return filter;
    }

    void clear() {
        filter = SearchFilter.NONE;
    }

    void show(SearchResult result) {
        removeAll();
        SearchFilter now = filter;
        more = result.more() || result.among() != null ? "+" : "";
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
            });
            chip.addClassName("chip");
            chip.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
            row.add(chip);
        });
        add(row);
    }
}
