package fr.rappel.statistics;

/** What an export holds. */
public enum ExportContents {
    /** The very events behind a number, one a line. */
    ROWS,
    /** The figures of each item of a dimension. */
    BREAKDOWN
}
