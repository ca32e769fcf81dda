package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.RequestLink;
import fr.rappel.dossier.RequestLinks;
import fr.rappel.dossier.Subject;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.ui.Notices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which dossiers and documents the request is about: everybody reads it, whoever holds the request changes it. */
class LinkedSubjects extends Div {

    private record Key(Subject subject, String id) {}

    private final RequestLinks links;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(getTranslation("desk.LinkedSubjects.none"));
    private final Map<Key, Button> toggles = new HashMap<>();
    private Set<Key> linked = Set.of();
    private String reference = "";
    private boolean mine;
    private @Nullable Wording wording;

    LinkedSubjects(RequestLinks links) {
        this.links = links;
        addClassNames("block", "linked");
        add(new H2(getTranslation("desk.LinkedSubjects.title")), list, none);
    }

    void show(String reference, boolean mine, Wording wording) {
        if (!reference.equals(this.reference)) {
            toggles.clear();
        }
        this.reference = reference;
        this.mine = mine;
        this.wording = wording;
        refresh();
    }

    /** Reads the links again: something else may have made one. */
    void refresh() {
        List<RequestLink> now = links.of(reference);
        linked = now.stream().map(link -> new Key(link.subject(), link.id())).collect(Collectors.toSet());
        list.removeAll();
        now.forEach(link -> list.add(line(link)));
        none.setVisible(now.isEmpty());
        setVisible(mine || !now.isEmpty());
        toggles.forEach((key, toggle) -> say(toggle, linked.contains(key)));
    }

    /**
     * A button that links and unlinks, for the place that shows the thing.
     *
     * @param name what it is called, for those who only hear the button
     */
    Button toggle(Subject subject, String id, String name) {
        Key key = new Key(subject, id);
        Button toggle = button(key, name);
        say(toggle, linked.contains(key));
        toggles.put(key, toggle);
        return toggle;
    }

    private ListItem line(RequestLink link) {
        String name = name(link);
        ListItem item = new ListItem(target(link, name));
        if (mine) {
            Button unlink = button(new Key(link.subject(), link.id()), name);
            say(unlink, true);
            item.add(unlink);
        }
        return item;
    }

    private Component target(RequestLink link, String name) {
        if (link.dossierNumber() == null) {
            return new Span(getTranslation("desk.LinkedSubjects.gone", name));
        }
        CopyAddress address = mine ? CopyAddress.during(reference) : CopyAddress.unstated();
        return new Anchor(
                link.subject() == Subject.DOSSIER ? address.dossier(link.id()) : address.document(link.id()), name);
    }

    private String name(RequestLink link) {
        return link.document() == null || link.dated() == null
                ? getTranslation("desk.LinkedSubjects." + link.subject(), link.id())
                : Objects.requireNonNull(wording).document(link.document(), link.dated());
    }

    private Button button(Key key, String name) {
        Button button = new Button("", click -> change(key));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.getElement().setAttribute("data-name", name);
        return button;
    }

    private void say(Button button, boolean isLinked) {
        String name = button.getElement().getAttribute("data-name");
        button.setText(getTranslation("desk.LinkedSubjects." + (isLinked ? "unlink" : "link")));
        button.setAriaLabel(getTranslation("desk.LinkedSubjects." + (isLinked ? "unlinkNamed" : "linkNamed"), name));
    }

    private void change(Key key) {
        try {
            if (linked.contains(key)) {
                links.unlink(reference, key.subject(), key.id());
            } else if (key.subject() == Subject.DOSSIER) {
                links.linkDossier(reference, key.id());
            } else {
                links.linkDocument(reference, key.id());
            }
        } catch (Refusal refusal) {
            Notices.refused(Objects.requireNonNull(wording).refusal(refusal));
        }
        refresh();
    }
}
