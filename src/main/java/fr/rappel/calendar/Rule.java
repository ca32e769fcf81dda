package fr.rappel.calendar;

/** Which rule decides whether the line is open, strongest first: each one makes the following ones silent. */
public enum Rule {

    /** A closure that a supervisor declared on the spot. */
    EMERGENCY,

    /** The intervals, or the closing, entered for this very date. */
    EXCEPTION,

    /** A statutory public holiday on which the line does not open. */
    HOLIDAY,

    /** The hours of this weekday. */
    WEEKLY
}
