package fr.rappel.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up how many first calls of each item of a dimension had been waited for how long. */
final class ItemWaits {

    private final Map<String, Map<Integer, Long>> calls = new HashMap<>();

    /** Adds the first calls that a tally holds one by one. */
    void add(Dimension by, Tally tally) {
        tally.firstCalls().values().forEach(call -> {
            String item = call.items().get(by);
            if (item != null) {
                add(item, call.openMinutes(), 1);
            }
        });
    }

    void add(String item, int openMinutes, long number) {
        calls.computeIfAbsent(item, first -> new HashMap<>()).merge(openMinutes, number, Long::sum);
    }

    /** In the order of the items. */
    SortedMap<String, Waits> byItem() {
        SortedMap<String, Waits> items = new TreeMap<>();
        calls.forEach((item, minutes) -> items.put(item, new Waits(new TreeMap<>(minutes))));
        return items;
    }
}
