package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AddingUpTest {

    @Property(tries = 500, seed = "2026")
    void findsWhatTryingEverythingFinds(
            @ForAll @Size(max = 10) List<@LongRange(min = -5, max = 20) Long> amounts,
            @ForAll @LongRange(min = -5, max = 60) long target,
            @ForAll @IntRange(min = 1, max = 6) int parts) {
        var found = AddingUp.to(target, amounts, parts, Integer.MAX_VALUE);
        assertThat(found).doesNotHaveDuplicates();
        assertThat(new HashSet<>(found)).isEqualTo(everySet(target, amounts, parts));
        assertThat(found.stream().map(List::size)).isSorted();
    }

    @Property(tries = 100, seed = "2026")
    void answersTheSameTwice(@ForAll @Size(max = 40) List<@LongRange(min = 1, max = 1_000_000) Long> amounts) {
        long target = amounts.stream().limit(4).mapToLong(Long::longValue).sum();
        var found = AddingUp.to(target, amounts, 6, 6);
        assertThat(found).isEqualTo(AddingUp.to(target, amounts, 6, 6)).hasSizeLessThanOrEqualTo(6);
        assertThat(found)
                .allSatisfy(set ->
                        assertThat(set.stream().mapToLong(amounts::get).sum()).isEqualTo(target));
    }

    @Test
    void isBoundedWhenNothingAddsUp() {
        // Even amounts never make an odd one; nothing is excluded early.
        List<Long> amounts =
                IntStream.range(0, 40).mapToObj(i -> 2L * (100 + i)).toList();
        assertThat(AddingUp.to(2L * 700 + 1, amounts, 6, 6)).isEmpty();
        assertThat(AddingUp.to(600, Collections.nCopies(40, 100L), 6, 6)).hasSize(6);
    }

    private static Set<List<Integer>> everySet(long target, List<Long> amounts, int parts) {
        Set<List<Integer>> sets = new HashSet<>();
        for (int bits = 1; bits < 1 << amounts.size(); bits++) {
            List<Integer> set = new ArrayList<>();
            long sum = 0;
            for (int i = 0; i < amounts.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    set.add(i);
                    sum += amounts.get(i);
                }
            }
            if (sum == target && set.size() <= parts) {
                sets.add(set);
            }
        }
        return sets;
    }
}
