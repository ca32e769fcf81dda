package fr.rappel.statistics;

/** How the value of a figure reads. */
public enum Unit {
    COUNT,
    /** Open minutes. */
    MINUTES,
    /** Share, 0 to 1. */
    SHARE,
    RATIO,
    /** Seconds on the clock. */
    SECONDS
}
