package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** Somebody else was faster: the request is held by {@link #takenBy()}. */
public final class AlreadyTaken extends Refusal {

    private final String takenBy;

    AlreadyTaken(String takenBy) {
        super("callback.AlreadyTaken", takenBy);
        this.takenBy = takenBy;
    }

    /** User name of who holds it. */
    public String takenBy() {
        return takenBy;
    }
}
