package fr.rappel.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Durations of many operations, and what they say together. */
record Timings(String name, long[] sortedNanos, double seconds) {

    static Timings of(String name, List<Long> nanos, double seconds) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Timings(name, sorted, seconds);
    }

    double rate() {
        return sortedNanos.length / seconds;
    }

    double millis(double quantile) {
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.min(sortedNanos.length - 1L, Math.floor(sortedNanos.length * quantile));
        return sortedNanos[index] / 1e6;
    }

    /** One line that a shell script can read: name, operations per second, and milliseconds at 50, 95, 99 %, worst. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s %.1f %.3f %.3f %.3f %.3f",
                name,
                rate(),
                millis(0.5),
                millis(0.95),
                millis(0.99),
                millis(1));
    }
}
