package fr.rappel.statistics;

/** What is counted, each at the moment it happened. An outcome that was taken back at once has not happened. */
public enum Measure {
    /** A request came in, also one that looks as if a robot sent it. */
    RECEIVED,
    /** The first call of a request began; total: open minutes since its reception. */
    FIRST_CALL,
    /** The same, within the line's commitment. */
    IN_TIME,
    /** The first call of a request ended. */
    FIRST_ATTEMPT,
    /** The same, and the caller was spoken to. */
    REACHED_FIRST,
    /** Any call ended. */
    CALL,
    /** The same, and the caller was spoken to. */
    REACHED,
    /** A request was closed; total: calls it took since its reception or reopening. */
    CLOSED,
    /** A request was closed after at least one call; total: seconds of these calls. */
    HANDLED,
    /** A supervisor opened a closed request again. */
    REOPENED,
    /** A visitor said how satisfied they are; total: from 1 to 5. A correction within minutes replaces it. */
    RATED,
    /** The same, with 4 or 5. */
    SATISFIED
}
