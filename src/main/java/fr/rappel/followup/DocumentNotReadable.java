package fr.rappel.followup;

import fr.rappel.shared.Refusal;

/** There is no such document, or it has not been found harmless. */
public final class DocumentNotReadable extends Refusal {

    DocumentNotReadable() {
        super("followup.DocumentNotReadable");
    }
}
