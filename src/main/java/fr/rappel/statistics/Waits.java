package fr.rappel.statistics;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How long requests waited for their first call.
 *
 * @param callsByMinutes number of first calls by open minutes waited, each counted exactly
 */
public record Waits(NavigableMap<Integer, Long> callsByMinutes) {

    public static final Waits NONE = new Waits(Collections.emptyNavigableMap());

    Waits plus(Waits other) {
        NavigableMap<Integer, Long> sum = new TreeMap<>(callsByMinutes);
        other.callsByMinutes.forEach((minutes, calls) -> sum.merge(minutes, calls, Long::sum));
        return new Waits(sum);
    }

    public long calls() {
        return callsByMinutes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The fewest minutes within which that share of the calls was made; none without calls. */
    public OptionalInt centile(int percent) {
        long wanted = Math.ceilDiv(calls() * percent, 100);
        long met = 0;
        for (var entry : callsByMinutes.entrySet()) {
            met += entry.getValue();
            if (met >= wanted) {
                return OptionalInt.of(entry.getKey());
            }
        }
        return OptionalInt.empty();
    }
}
