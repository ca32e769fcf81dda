package fr.rappel.statistics;

/** What an export holds. */
public enum ExportContents {
    /** The very events behind a number, one a line. */
    ROWS,
    /** The figures of each item of a dimension, in the order of the screen, and of all, those of the public questions among them. */
    BREAKDOWN
}
