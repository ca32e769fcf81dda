package fr.rappel.callback;

import java.util.Map;

/**
 * How many requests each part of the work list holds, counted up to {@link #CAP}: a list need not be counted to the end
 * to know that it is long.
 */
public record ListCounts(Map<ListView, Integer> counts) {

    /** Counting stops here. */
    public static final int CAP = 1_000;

    public int of(ListView view) {
        return counts.getOrDefault(view, 0);
    }

    /** Whether this part is counted at all. */
    public boolean has(ListView view) {
        return counts.containsKey(view);
    }

    /** Whether there are at least {@link #CAP}. */
    public boolean capped(ListView view) {
        return of(view) >= CAP;
    }
}
