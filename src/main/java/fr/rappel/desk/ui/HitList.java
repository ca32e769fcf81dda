package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.HitKind;
import fr.rappel.dossier.SearchHit;
import fr.rappel.dossier.SearchResult;
import fr.rappel.shared.ui.StateChip;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;

/**
 * What was found, by kind, as links, the first of each kind and the next ones on demand; arrows walk through it, the key
 * before the first leads back to the field.
 */
class HitList extends Div {

    private static final int AT_ONCE = 20;

    private final MessageSource messages;
    private final Function<SearchHit, String> address;
    private final Runnable before;
    private final List<Focusable<?>> stops = new ArrayList<>();
    private final Map<HitKind, Integer> unfolded = new EnumMap<>(HitKind.class);

    private int focused = -1;

    /**
     * @param address where a hit leads
     */
    HitList(MessageSource messages, Function<SearchHit, String> address, Runnable before) {
        this.messages = messages;
        this.address = address;
        this.before = before;
    }

    void show(SearchResult result) {
        unfolded.clear();
        render(result);
    }

    private void render(SearchResult result) {
        removeAll();
        stops.clear();
        focused = -1;
        result.groups().forEach((kind, hits) -> group(kind, hits, result));
    }

    void focusNext() {
        focus(Math.min(focused + 1, stops.size() - 1));
    }

    void focusPrevious() {
        focus(Math.max(focused - 1, -1));
    }

    private void focus(int place) {
        focused = place;
        if (place < 0) {
            before.run();
        } else {
            stops.get(place).focus();
        }
    }

    private void group(HitKind kind, List<SearchHit> hits, SearchResult result) {
        int most = unfolded.getOrDefault(kind, AT_ONCE);
        String title = getTranslation(kind.messageKey());
        UnorderedList list = new UnorderedList();
        list.addClassName("hits");
        hits.stream().limit(most).forEach(hit -> list.add(new ListItem(item(hit))));
        if (hits.size() <= most) {
            add(new H2(title), list);
            return;
        }
        String all = hits.size() + (result.isAtLeast() ? "+" : "");
        add(new H2(getTranslation("dossier.hit.first", title, most, all)), list, next(kind, most, result));
    }

    /** The focus goes on to the first of those that it brings, which takes its place. */
    private Button next(HitKind kind, int shown, SearchResult result) {
        int place = stops.size();
        Button next = stop(new Button(getTranslation("dossier.hit.next"), click -> {
            unfolded.put(kind, shown + AT_ONCE);
            render(result);
            focus(place);
        }));
        next.setAriaLabel(getTranslation("dossier.hit.nextOf", getTranslation(kind.messageKey())));
        return next;
    }

    private Anchor item(SearchHit hit) {
        Span label = new Span(hit.label());
        label.addClassName("hit-label");
        Span detail = new Span(hit.facts(messages, getLocale()));
        detail.addClassName("hit-detail");
        Anchor link = new Anchor(address.apply(hit));
        link.add(label);
        DossierStatus status = hit.status();
        if (status != null) {
            link.add(new StateChip(getTranslation(status.messageKey()), status.tone()));
        }
        link.add(detail);
        return stop(link);
    }

    private <C extends Component & Focusable<?>> C stop(C component) {
        int place = stops.size();
        component.getElement().addEventListener("focus", focus -> focused = place);
        stops.add(component);
        return component;
    }
}
