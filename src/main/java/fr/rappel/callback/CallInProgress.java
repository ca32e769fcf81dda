package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** A call is going on: its outcome has to be recorded first. */
public final class CallInProgress extends Refusal {

    CallInProgress() {
        super("callback.CallInProgress");
    }
}
