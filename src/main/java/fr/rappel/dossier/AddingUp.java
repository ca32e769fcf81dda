package fr.rappel.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of some amounts add up to another. Work is bounded by a number of steps, never by time, so that the same question
 * has the same answer on any machine.
 */
final class AddingUp {

    /** All sets of at most six out of forty amounts, were none excluded early, are some 4.6 million. */
    private static final int MOST_STEPS = 5_000_000;

    private final long[] descending;
    private final int mostSets;
    private final List<List<Integer>> sets = new ArrayList<>();
    private final List<Integer> chosen = new ArrayList<>();
    private final List<Integer> order;
    private int steps;

    private AddingUp(List<Long> amounts, int mostSets) {
        this.mostSets = mostSets;
        order = IntStream.range(0, amounts.size())
                .boxed()
                .sorted((a, b) -> Long.compare(amounts.get(b), amounts.get(a)))
                .toList();
        descending = order.stream().mapToLong(amounts::get).toArray();
    }

    /**
     * Sets of places in the list whose amounts add up to the target, small sets first; each set in ascending order.
     *
     * @param mostParts amounts of a set at most
     * @param mostSets sets at most
     */
    static List<List<Integer>> to(long target, List<Long> amounts, int mostParts, int mostSets) {
        AddingUp search = new AddingUp(amounts, mostSets);
        for (int parts = 1; parts <= Math.min(mostParts, amounts.size()); parts++) {
            search.choose(0, parts, target);
        }
        return search.sets;
    }

    private void choose(int from, int parts, long rest) {
        if (parts == 0) {
            if (rest == 0) {
                sets.add(chosen.stream().map(order::get).sorted().toList());
            }
            return;
        }
        for (int i = from; i + parts <= descending.length && sets.size() < mostSets; i++) {
            if (++steps > MOST_STEPS || sum(i, parts) < rest) {
                // What follows is smaller still.
                return;
            }
            if (sum(descending.length - parts, parts) <= rest) {
                chosen.add(i);
                choose(i + 1, parts - 1, rest - descending[i]);
                chosen.removeLast();
            }
        }
    }

    private long sum(int from, int count) {
        long sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += descending[i];
        }
        return sum;
    }
}
