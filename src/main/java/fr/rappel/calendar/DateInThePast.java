package fr.rappel.calendar;

import fr.rappel.shared.Refusal;

/** What the calendar said of a past day is not rewritten: figures already counted depend on it. */
public final class DateInThePast extends Refusal {

    DateInThePast() {
        super("calendar.DateInThePast");
    }
}
