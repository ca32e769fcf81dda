package fr.rappel.statistics;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ends: at a row, so that what happens meanwhile moves nothing.
 *
 * @param id number of its request, for what happened at the same instant
 * @param shown how many rows there were up to it
 */
record RowPlace(Instant at, long id, long shown) {

    private static final String BETWEEN = "_";
    private static final String NUMBER = "[0-9]{1,18}";

    static RowPlace of(Event event, long shown) {
        return new RowPlace(event.at(), event.request().id(), shown);
    }

    /** None if it is none of ours. */
    static @Nullable RowPlace of(@Nullable String cursor) {
        String[] parts = cursor == null ? new String[0] : cursor.split(BETWEEN, -1);
        try {
            return parts.length == 3 && parts[1].matches(NUMBER) && parts[2].matches(NUMBER)
                    ? new RowPlace(Instant.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]))
                    : null;
        } catch (DateTimeParseException foreign) {
            return null;
        }
    }

    /** Whether an event happened before the last of the page. */
    boolean isAfter(Event event) {
        int order = at.compareTo(event.at());
        return order > 0 || order == 0 && id > event.request().id();
    }

    @Override
    public String toString() {
        return at + BETWEEN + id + BETWEEN + shown;
    }
}
