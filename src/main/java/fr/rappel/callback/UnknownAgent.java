package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** A request can only be given to somebody who may work it. */
public final class UnknownAgent extends Refusal {

    UnknownAgent() {
        super("callback.UnknownAgent");
    }
}
