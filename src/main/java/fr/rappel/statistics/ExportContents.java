package fr.rappel.statistics;

/** What an export holds. */
public enum ExportContents {
    /** The very events behind a number, one a line. */
    ROWS,
    /**
     * The figures of each item of a dimension, in the order of the screen, and of all, those of the public questions among
     * them, beside those of the period that they are compared with on the screen.
     */
    BREAKDOWN,
    /** What came in, was called and closed on each day, and what remained open. */
    DAYS,
    /** The requests received by weekday and hour. */
    HOURS,
    /** How often each public question was read and asked after, and what was looked for, day by day. */
    QUESTIONS;

    /** Whether it is a part of the page of figures by itself, whatever that is sorted by. */
    public boolean isOfThePage() {
        return this != ROWS && this != BREAKDOWN;
    }
}
