package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** Only what is closed can be opened again. */
public final class NotClosed extends Refusal {

    NotClosed() {
        super("callback.NotClosed");
    }
}
