package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** The outcome does not fit: not one an agent chooses, without its moment, or without the call it needs. */
public final class OutcomeRefused extends Refusal {

    OutcomeRefused(String reason) {
        super("callback.OutcomeRefused." + reason);
    }
}
