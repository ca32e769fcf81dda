package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** The call already has its outcome. */
public final class AttemptEnded extends Refusal {

    AttemptEnded() {
        super("callback.AttemptEnded");
    }
}
