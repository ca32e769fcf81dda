package fr.rappel.calendar;

import fr.rappel.shared.Refusal;

/** An interval of a day must end after it starts, and both ends are whole minutes. */
public final class InvalidInterval extends Refusal {

    InvalidInterval() {
        super("calendar.InvalidInterval");
    }
}
