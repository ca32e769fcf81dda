package fr.rappel.calendar;

import fr.rappel.shared.Refusal;

/** A date has at most one exception: the former one must be removed first. */
public final class DateHasException extends Refusal {

    DateHasException() {
        super("calendar.DateHasException");
    }
}
