package fr.rappel.calendar;

import fr.rappel.shared.Refusal;

/** The calendar holds no sufficient opening ahead, for instance because an emergency closure has no announced end. */
public final class NoOpeningKnown extends Refusal {

    NoOpeningKnown() {
        super("calendar.NoOpeningKnown");
    }
}
