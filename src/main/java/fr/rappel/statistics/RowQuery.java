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
}
