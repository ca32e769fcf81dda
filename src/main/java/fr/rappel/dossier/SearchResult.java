package fr.rappel.dossier;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, best first.
 *
 * @param forgiven nothing is written like the text; these are one slip of the pen away
 * @param more there is more than was gathered: the counts are at least as high as they say
 * @param among how many dossiers the filter chose among, where more match than that; null if it saw all
 */
public record SearchResult(
        List<SearchHit> hits,
        boolean forgiven,
        boolean more,
        @Nullable Integer among) {

    /** Whether there may be more of anything than was gathered. */
    public boolean isAtLeast() {
        return more || among != null;
    }

    /** The hits by kind, kinds in the order of {@link HitKind}. */
    public Map<HitKind, List<SearchHit>> groups() {
        return hits.stream()
                .collect(Collectors.groupingBy(
                        SearchHit::kind, () -> new EnumMap<>(HitKind.class), Collectors.toList()));
    }

    /** How many dossiers there are of each type, status, year or profile: what one may filter by. */
    public <K extends Comparable<K>> SortedMap<K, Integer> facet(Function<SearchHit, @Nullable K> trait) {
        SortedMap<K, Integer> counts = new TreeMap<>();
        for (SearchHit hit : hits) {
            K value = trait.apply(hit);
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }
}
