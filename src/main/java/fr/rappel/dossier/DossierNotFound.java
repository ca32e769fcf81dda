package fr.rappel.dossier;

import fr.rappel.shared.Refusal;

/** There is no dossier, document or establishment of that number; the same answer whatever was guessed. */
public final class DossierNotFound extends Refusal {

    DossierNotFound() {
        super("dossier.DossierNotFound");
    }
}
