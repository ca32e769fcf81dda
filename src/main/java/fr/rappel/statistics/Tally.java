package fr.rappel.statistics;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Adds up what happened, by measure, dimension and item. */
final class Tally {

    record Cell(Measure measure, Dimension dimension, String item) {

        /** The one order in which all nodes write cells, so that two never wait for each other. */
        static final Comparator<Cell> ORDER = Comparator.comparing(Cell::measure)
                .thenComparing(Cell::dimension)
                .thenComparing(Cell::item);
    }

    /**
     * @param openMinutes how long it had been waited for
     * @param items under which it counts
     */
    record FirstCall(int openMinutes, Map<Dimension, String> items) {}

    private final Map<Cell, Amount> amounts = new HashMap<>();
    private final Map<Long, FirstCall> firstCalls = new HashMap<>();

    void add(Event event, ZoneId zone) {
        Amount one = new Amount(1, event.total());
        Map<Dimension, String> items = event.items(zone);
        items.forEach((dimension, item) -> add(new Cell(event.measure(), dimension, item), one));
        if (event.measure() == Measure.FIRST_CALL) {
            firstCalls.put(event.request().id(), new FirstCall(Math.toIntExact(event.total()), items));
        }
    }

    Tally copy() {
        Tally copy = new Tally();
        copy.add(this);
        return copy;
    }

    /** As if it had never been added. */
    void remove(Event event, ZoneId zone) {
        Amount one = new Amount(1, event.total());
        event.items(zone)
                .forEach((dimension, item) -> amounts.computeIfPresent(
                        new Cell(event.measure(), dimension, item),
                        (cell, amount) -> amount.events() == 1 ? null : amount.minus(one)));
        if (event.measure() == Measure.FIRST_CALL) {
            firstCalls.remove(event.request().id());
        }
    }

    void add(Cell cell, Amount amount) {
        amounts.merge(cell, amount, Amount::plus);
    }

    void add(Tally other) {
        other.amounts.forEach(this::add);
        firstCalls.putAll(other.firstCalls);
    }

    Map<Cell, Amount> amounts() {
        return Collections.unmodifiableMap(amounts);
    }

    /** Each first call by its request, where events were added: centiles need them one by one. */
    Map<Long, FirstCall> firstCalls() {
        return Collections.unmodifiableMap(firstCalls);
    }

    /** What was counted in all. */
    Counted all() {
        return by(Dimension.ALL).getOrDefault("", Counted.NOTHING);
    }

    /** What was counted of each item of a dimension. */
    Map<String, Counted> by(Dimension dimension) {
        Map<String, Map<Measure, Amount>> items = new HashMap<>();
        amounts.forEach((cell, amount) -> {
            if (cell.dimension() == dimension) {
                items.computeIfAbsent(cell.item(), item -> new EnumMap<>(Measure.class))
                        .put(cell.measure(), amount);
            }
        });
        Map<String, Counted> counted = new HashMap<>();
        items.forEach((item, measures) -> counted.put(item, new Counted(measures)));
        return counted;
    }
}
