package fr.rappel.statistics;

import java.time.Duration;
import java.time.Instant;

/** From one instant (included) to another (excluded). */
record Moments(Instant from, Instant to) {

    /** Longer than anybody may take an outcome back: what was recorded before stands. A rating corrected within it is replaced. */
    static final Duration SETTLING = Duration.ofMinutes(15);

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** Until when facts may still undo what happened in it. */
    Instant settledAt() {
        return to.plus(SETTLING);
    }
}
