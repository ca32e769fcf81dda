package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.followup.FollowUpLinks;
import fr.rappel.followup.ReceivedDocument;
import fr.rappel.followup.VisitorDocuments;
import fr.rappel.shared.ui.Notices;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the visitor added through the follow-up page, to be downloaded; and the end of the links to that page. */
class ReceivedPart extends Div {

    /** What it talks to. */
    @Service
    record Services(VisitorDocuments documents, FollowUpLinks links) {}

    private final Services services;
    private final Runnable changed;
    private final H2 heading = new H2(getTranslation("desk.ReceivedPart.title"));
    private final UnorderedList list = new UnorderedList();
    private final Div revoke = new Div();
    private String reference = "";
    private List<ReceivedDocument> shown = List.of();

    /**
     * @param changed what to do after something was changed here
     */
    ReceivedPart(Services services, Runnable changed) {
        this.services = services;
        this.changed = changed;
        addClassNames("block", "received");
        add(heading, list, revoke);
    }

    /** The documents are read again each time: the scanner tells nobody. */
    void show(String reference, Wording wording) {
        List<ReceivedDocument> now = services.documents().of(reference);
        if (!reference.equals(this.reference)) {
            this.reference = reference;
            shown = List.of();
            list.removeAll();
            revoke.removeAll();
            revoke.add(revokeButton(wording));
        }
        if (!now.equals(shown)) {
            shown = now;
            list.removeAll();
            now.forEach(document -> list.add(line(document)));
        }
        heading.setVisible(!now.isEmpty());
        list.setVisible(!now.isEmpty());
    }

    private Component line(ReceivedDocument document) {
        String text = getTranslation(
                "desk.ReceivedPart.line",
                document.name(),
                Math.max(1, document.size() / 1_000),
                getTranslation("desk.ReceivedPart.state." + document.state()));
        if (!document.state().isReadable()) {
            return new ListItem(new Span(text));
        }
        Anchor link = new Anchor("console/pieces-recues/" + document.id(), text);
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        link.setAriaLabel(getTranslation("desk.ReceivedPart.download", text));
        return new ListItem(link);
    }

    private Button revokeButton(Wording wording) {
        Button button = new Button(
                getTranslation("desk.ReceivedPart.revoke"), click -> new RevokeDialog(wording, this::revoke).open());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private void revoke() {
        services.links().revoke(reference);
        Notices.info(getTranslation("desk.ReceivedPart.revoked"));
        changed.run();
    }
}
