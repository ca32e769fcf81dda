package fr.rappel.api;

import fr.rappel.shared.Refusal;

/** Figures are not sorted by that. */
final class UnknownGrouping extends Refusal {

    UnknownGrouping() {
        super("api.UnknownGrouping");
    }
}
