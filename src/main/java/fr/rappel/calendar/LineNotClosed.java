package fr.rappel.calendar;

import fr.rappel.shared.Refusal;

/** There is no emergency closure to end: it never was, or somebody has already reopened the line. */
public final class LineNotClosed extends Refusal {

    LineNotClosed() {
        super("calendar.LineNotClosed");
    }
}
