package fr.rappel.dossier.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DocumentAnswer;
import fr.rappel.dossier.DossierDocument;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.ReadingReason;
import fr.rappel.dossier.RequestLinks;
import fr.rappel.dossier.Subject;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.SpokenReference;
import fr.rappel.shared.ui.Notices;

/** Why one is reading: for a request, with the way back to it and whether it is linked to what is read, or a reason. */
class PurposeBar extends Div {

    /** For what a request is not linked to. */
    PurposeBar(Purpose purpose) {
        addClassName("purpose-bar");
        String reference = purpose.request();
        ReadingReason reason = purpose.reason();
        if (reference != null) {
            add(new Anchor(
                    CopyAddress.request(reference),
                    getTranslation("dossier.PurposeBar.request", SpokenReference.of(reference))));
        } else if (reason != null) {
            add(new Span(getTranslation("dossier.PurposeBar.reason", getTranslation(reason.messageKey()))));
        }
    }

    PurposeBar(RequestLinks links, Purpose purpose, Subject subject, String id) {
        this(purpose);
        String reference = purpose.request();
        if (reference != null) {
            LinkToggle toggle = new LinkToggle(links, reference, subject, id);
            onKey(toggle);
            add(toggle);
        }
    }

    /** For a letter: one key notes that it answers the request, and links it. */
    PurposeBar(RequestLinks links, DocumentAnswer answer, Purpose purpose, DossierDocument letter) {
        this(purpose);
        String reference = purpose.request();
        if (reference != null) {
            LinkToggle toggle = new LinkToggle(links, reference, Subject.DOCUMENT, letter.id());
            Button give = new Button(getTranslation("dossier.PurposeBar.answer"));
            give.setDisableOnClick(true);
            give.addClickListener(click -> {
                try {
                    answer.give(reference, letter.id());
                    give.setText(getTranslation("dossier.PurposeBar.answered"));
                    toggle.show();
                } catch (Refusal refusal) {
                    refused(refusal);
                }
            });
            onKey(give);
            add(give, toggle);
        }
    }

    private static void onKey(Button button) {
        button.getElement().setAttribute("aria-keyshortcuts", "l").setAttribute("data-key", "l");
    }

    private void refused(Refusal refusal) {
        Notices.refused(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
    }

    private final class LinkToggle extends Button {

        private final RequestLinks links;
        private final String reference;
        private final Subject subject;
        private final String id;

        LinkToggle(RequestLinks links, String reference, Subject subject, String id) {
            this.links = links;
            this.reference = reference;
            this.subject = subject;
            this.id = id;
            addClickListener(click -> toggle());
            show();
        }

        private void toggle() {
            try {
                if (isLinked()) {
                    links.unlink(reference, subject, id);
                } else if (subject == Subject.DOCUMENT) {
                    links.linkDocument(reference, id);
                } else {
                    links.linkDossier(reference, id);
                }
            } catch (Refusal refusal) {
                refused(refusal);
            }
            show();
        }

        void show() {
            setText(getTranslation("dossier.PurposeBar." + (isLinked() ? "unlink" : "link")));
        }

        private boolean isLinked() {
            return links.of(reference).stream()
                    .anyMatch(link -> link.subject() == subject && link.id().equals(id));
        }
    }
}
