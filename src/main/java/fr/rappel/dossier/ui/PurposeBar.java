package fr.rappel.dossier.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.ReadingReason;
import fr.rappel.dossier.RequestLinks;
import fr.rappel.dossier.Subject;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.SpokenReference;
import fr.rappel.shared.ui.Notices;

/** Why one is reading: for a request, with the way back to it and whether it is linked to what is read, or a reason. */
class PurposeBar extends Div {

    private final RequestLinks links;
    private final Subject subject;
    private final String id;

    PurposeBar(RequestLinks links, Purpose purpose, Subject subject, String id) {
        this.links = links;
        this.subject = subject;
        this.id = id;
        addClassName("purpose-bar");
        String reference = purpose.request();
        ReadingReason reason = purpose.reason();
        if (reference != null) {
            Anchor back = new Anchor(
                    CopyAddress.request(reference),
                    getTranslation("dossier.PurposeBar.request", SpokenReference.of(reference)));
            Button link = new Button();
            link.getElement().setAttribute("aria-keyshortcuts", "l").setAttribute("data-key", "l");
            link.addClickListener(click -> toggle(link, reference));
            show(link, isLinked(reference));
            add(back, link);
        } else if (reason != null) {
            add(new Span(getTranslation("dossier.PurposeBar.reason", getTranslation(reason.messageKey()))));
        }
    }

    private void toggle(Button button, String reference) {
        try {
            if (isLinked(reference)) {
                links.unlink(reference, subject, id);
            } else if (subject == Subject.DOCUMENT) {
                links.linkDocument(reference, id);
            } else {
                links.linkDossier(reference, id);
            }
        } catch (Refusal refusal) {
            Notices.refused(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
        }
        show(button, isLinked(reference));
    }

    private void show(Button button, boolean linked) {
        button.setText(getTranslation("dossier.PurposeBar." + (linked ? "unlink" : "link")));
    }

    private boolean isLinked(String reference) {
        return links.of(reference).stream()
                .anyMatch(link -> link.subject() == subject && link.id().equals(id));
    }
}
