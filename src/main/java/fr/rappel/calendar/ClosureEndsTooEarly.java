package fr.rappel.calendar;

import fr.rappel.shared.Refusal;

/** An emergency closure starts now, so that its announced end must lie ahead. */
public final class ClosureEndsTooEarly extends Refusal {

    ClosureEndsTooEarly() {
        super("calendar.ClosureEndsTooEarly");
    }
}
