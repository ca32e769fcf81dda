package fr.rappel.desk.ui;

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
import java.util.List;
import java.util.function.Function;
import org.springframework.context.MessageSource;

/** What was found, by kind, as links; arrows walk through it, the key before the first leads back to the field. */
class HitList extends Div {

    private static final int MOST_OF_A_KIND = 20;

    private final MessageSource messages;
    private final Function<SearchHit, String> address;
    private final Runnable before;
    private final List<Anchor> links = new ArrayList<>();

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
        removeAll();
        links.clear();
        focused = -1;
        result.groups().forEach(this::group);
    }

    void focusNext() {
        focus(Math.min(focused + 1, links.size() - 1));
    }

    void focusPrevious() {
        focus(Math.max(focused - 1, -1));
    }

    private void focus(int place) {
        focused = place;
        if (place < 0) {
            before.run();
        } else {
            links.get(place).focus();
        }
    }

    private void group(HitKind kind, List<SearchHit> hits) {
        UnorderedList list = new UnorderedList();
        list.addClassName("hits");
        hits.stream().limit(MOST_OF_A_KIND).forEach(hit -> list.add(new ListItem(item(hit))));
        String title = getTranslation(kind.messageKey());
        add(
                new H2(
                        hits.size() > MOST_OF_A_KIND
                                ? getTranslation("dossier.hit.first", title, MOST_OF_A_KIND)
                                : title),
                list);
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
        int place = links.size();
        link.getElement().addEventListener("focus", focus -> focused = place);
        links.add(link);
        return link;
    }
}
