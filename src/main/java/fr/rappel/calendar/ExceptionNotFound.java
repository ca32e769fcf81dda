package fr.rappel.calendar;

import fr.rappel.shared.Refusal;

/** The exception to remove does not exist, or no longer does. */
public final class ExceptionNotFound extends Refusal {

    ExceptionNotFound() {
        super("calendar.ExceptionNotFound");
    }
}
