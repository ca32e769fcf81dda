package fr.rappel.refresh;

import fr.rappel.shared.Refusal;

/** There is no import of that kind. */
public final class UnknownImportKind extends Refusal {

    UnknownImportKind() {
        super("refresh.UnknownImportKind");
    }
}
