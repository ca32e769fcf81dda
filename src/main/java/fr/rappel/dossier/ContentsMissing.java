package fr.rappel.dossier;

import fr.rappel.shared.Refusal;

/** A document is known by its description only: there is nothing to show or to download. */
public final class ContentsMissing extends Refusal {

    ContentsMissing() {
        super("dossier.ContentsMissing");
    }
}
