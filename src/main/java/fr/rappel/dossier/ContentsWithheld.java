package fr.rappel.dossier;

import fr.rappel.shared.Refusal;

/** The document is there, but its file is for supervisors: bank details are never shown to agents. */
public final class ContentsWithheld extends Refusal {

    ContentsWithheld() {
        super("dossier.ContentsWithheld");
    }
}
