package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** The outcome is somebody else’s, or too old, or no longer the last thing that happened. */
public final class TooLateToUndo extends Refusal {

    TooLateToUndo() {
        super("callback.TooLateToUndo");
    }
}
