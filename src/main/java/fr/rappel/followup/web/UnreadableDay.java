package fr.rappel.followup.web;

import fr.rappel.shared.Refusal;

/** A date that is written in no usual way, or does not exist. */
final class UnreadableDay extends Refusal {

    UnreadableDay() {
        super("followup.UnreadableDay");
    }
}
