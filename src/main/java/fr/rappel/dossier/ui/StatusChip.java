package fr.rappel.dossier.ui;

import com.vaadin.flow.component.html.Span;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.ImportStatus;

/** A state as a word; its colour only repeats it. */
class StatusChip extends Span {

    StatusChip(DossierStatus status) {
        this(
                status.messageKey(),
                switch (status) {
                    case ACCORDE, SOLDE -> "good";
                    case BROUILLON, A_VALIDER, INCOMPLET -> "attention";
                    case TRANSMIS, EN_COURS_INSTRUCTION -> "waiting";
                    case REFUSE, REJETE, ANNULE, ROMPU -> "bad";
                });
    }

    StatusChip(ImportStatus status) {
        this(
                status.messageKey(),
                switch (status) {
                    case DONE -> "good";
                    case WAITING -> "attention";
                    case RUNNING -> "waiting";
                    case REFUSED, FAILED -> "bad";
                });
    }

    private StatusChip(String key, String kind) {
        setText(getTranslation(key));
        addClassName("state");
        getElement().setAttribute("data-state", kind);
    }
}
