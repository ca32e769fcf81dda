package fr.rappel.statistics;

import java.time.ZoneId;

/**
 * The events behind a number.
 *
 * @param item of the dimension; empty for all
 */
public record RowQuery(Period period, Measure measure, Dimension by, String item) {

    boolean asksFor(Event event, ZoneId zone) {
        return event.measure() == measure && item.equals(event.items(zone).get(by));
    }

    /** How many calls a request has had at least before anything counts under the item. */
    int calls() {
        return by == Dimension.ATTEMPT && item.matches("[0-9]{1,4}") ? Integer.parseInt(item) : 0;
    }
}
