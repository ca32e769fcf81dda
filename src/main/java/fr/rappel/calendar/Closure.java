package fr.rappel.calendar;

import java.time.Instant;

/**
 * An emergency closure as it really ran or is announced.
 *
 * @param from first closed instant
 * @param to first instant no longer closed; {@link Instant#MAX} when no end is announced
 */
record Closure(Instant from, Instant to, String reason) {

    boolean covers(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
