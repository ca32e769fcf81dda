package fr.rappel.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a period, as known at a moment.
 *
 * @param today the day of that moment, in the zone of the line
 * @param since the day on which something happened for the first time, or today
 * @param all with the waits for first calls
 * @param openAtEnd requests not closed at its end, or now if that is to come
 * @param items what was counted of each item of the dimensions asked for, with the waits where these were asked for
 * @param days each day of the period, the first first; those to come hold nothing
 */
public record Report(
        Period period,
        Instant asOf,
        LocalDate today,
        LocalDate since,
        Counted all,
        long openAtEnd,
        Map<Dimension, Map<String, Counted>> items,
        List<Day> days) {

    /** Whether its last day is not over: it holds less than a period of its length that is. */
    public boolean isRunning() {
        return !today.isAfter(period.to());
    }

    public Waits waits() {
        return all.waits();
    }

    /** Whether nothing had ever happened by its end: its noughts are no figures to compare with. */
    public boolean isBeforeAnything() {
        return period.to().isBefore(since);
    }

    /** What was counted of each item; nothing for a dimension that was not asked for. */
    public Map<String, Counted> by(Dimension dimension) {
        return items.getOrDefault(dimension, Map.of());
    }

    /** The same beside another report: with the items that only that one has, of which nothing was counted here. */
    public Map<String, Counted> by(Dimension dimension, @Nullable Report other) {
        Map<String, Counted> items = new HashMap<>(by(dimension));
        if (other != null) {
            other.by(dimension).keySet().forEach(item -> items.putIfAbsent(item, Counted.NOTHING));
        }
        return items;
    }

    /** By hour of the day, "00" to "23"; empty unless weekday and hour were asked for. */
    public Map<String, Counted> byHour() {
        Map<String, Counted> hours = new TreeMap<>();
        by(Dimension.WEEK_HOUR).forEach((item, counted) -> hours.merge(item.substring(2), counted, Counted::plus));
        return hours;
    }

    /**
     * @param open requests not closed at its end
     */
    public record Day(LocalDate date, Counted counted, long open) {}
}
