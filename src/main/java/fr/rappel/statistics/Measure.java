package fr.rappel.statistics;

import fr.rappel.callback.FactKind;

/** What is counted, each at the moment it happened. An outcome that was taken back at once has not happened. */
public enum Measure {
    /** A request came in, also one that looks as if a robot sent it. */
    RECEIVED(FactKind.RECEIVED),
    /** The first call of a request began; total: open minutes since its reception. */
    FIRST_CALL(FactKind.CALL_STARTED),
    /** The same, within the line's commitment. */
    IN_TIME(FactKind.CALL_STARTED),
    /** The first call of a request ended. */
    FIRST_ATTEMPT(FactKind.CALL_ENDED),
    /** The same, and the caller was spoken to. */
    REACHED_FIRST(FactKind.CALL_ENDED),
    /** Any call ended. */
    CALL(FactKind.CALL_ENDED),
    /** The same, and the caller was spoken to. */
    REACHED(FactKind.CALL_ENDED),
    /** A request was closed; total: calls it took since its reception or reopening. */
    CLOSED(FactKind.CLOSED),
    /**
     * A request was closed after at least one call of known length since its reception or reopening; total: seconds of these
     * calls.
     */
    HANDLED(FactKind.CLOSED),
    /** A supervisor opened a closed request again, or its visitor came back to it. */
    REOPENED(FactKind.REOPENED),
    /** A request was received by the end of a period and not closed then: a state, found by a replay and counted on no day. */
    OPEN(FactKind.RECEIVED),
    /** A visitor said how satisfied they are; total: from 1 to 5. A correction within minutes replaces it. */
    RATED(FactKind.RATED),
    /** The same, with 4 or 5. */
    SATISFIED(FactKind.RATED);

    private final FactKind fact;

    Measure(FactKind fact) {
        this.fact = fact;
    }

    /** What must be recorded for it to count, at that moment. */
    FactKind fact() {
        return fact;
    }
}
