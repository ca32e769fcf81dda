package fr.rappel.calendar;

import fr.rappel.shared.Refusal;

/** Two intervals of the same day share a minute. */
public final class OverlappingIntervals extends Refusal {

    OverlappingIntervals() {
        super("calendar.OverlappingIntervals");
    }
}
