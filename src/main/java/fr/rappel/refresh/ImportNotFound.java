package fr.rappel.refresh;

import fr.rappel.shared.Refusal;

/** There is no import of that number. */
public final class ImportNotFound extends Refusal {

    ImportNotFound() {
        super("refresh.ImportNotFound");
    }
}
