package fr.rappel.dossier.web;

import fr.rappel.shared.Refusal;

/** An address that does not say why the document is read. */
final class PurposeMissing extends Refusal {

    PurposeMissing() {
        super("dossier.PurposeMissing");
    }
}
