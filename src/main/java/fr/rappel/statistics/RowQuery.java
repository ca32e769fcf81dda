package fr.rappel.statistics;

import java.time.ZoneId;

/**
 * The events behind a number.
 *
 * @param item of the dimension; empty for all
 */
public record RowQuery(Period period, Measure measure, Dimension by, String item) {

    /** The longest code there is; the columns that hold them are as wide. */
    private static final int LONGEST_ITEM = 60;

    /** Whether there can be an item of that code; a foreign address may say anything. */
    public static boolean mayBeItem(String item) {
        return item.length() <= LONGEST_ITEM && item.chars().noneMatch(Character::isISOControl);
    }

    boolean asksFor(Event event, ZoneId zone) {
        return event.measure() == measure && item.equals(event.items(zone).get(by));
    }

    /** How many calls a request has had at least before anything counts under the item. */
    int calls() {
        return by == Dimension.ATTEMPT && item.matches("[0-9]{1,4}") ? Integer.parseInt(item) : 0;
    }
}
