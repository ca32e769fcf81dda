package fr.rappel.calendar;

import fr.rappel.shared.Refusal;

/** A date outside the years 1 to 9999. */
public final class OutsideCalendar extends Refusal {

    OutsideCalendar() {
        super("calendar.OutsideCalendar");
    }
}
