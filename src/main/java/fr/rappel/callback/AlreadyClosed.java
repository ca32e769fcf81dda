package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** The request is closed: nothing more can be done with it. */
public final class AlreadyClosed extends Refusal {

    AlreadyClosed() {
        super("callback.AlreadyClosed");
    }
}
