package fr.rappel.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follows establishments that closed or moved to where their work went, and came from: step by step, to the end. */
@Component
class Successors {

    /** Moves of one establishment that are followed; nobody has moved as often. */
    private static final int MOST_STEPS = 20;

    private static final int MOST_PREDECESSORS = 50;

    private final JdbcClient jdbc;

    Successors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These establishments with all those before and after them, as far as the copy knows them. */
    List<Establishment> related(Collection<String> sirets) {
        Map<String, Establishment> found = new HashMap<>();
        Set<String> asked = new HashSet<>();
        Set<String> next = Set.copyOf(sirets);
        for (int step = 0; step < MOST_STEPS && !next.isEmpty(); step++) {
            asked.addAll(next);
            List<Establishment> places = beside(next);
            places.forEach(place -> found.put(place.siret(), place));
            next = places.stream()
                    .flatMap(
                            place -> Stream.concat(Stream.of(place.siret()), Stream.ofNullable(place.successorSiret())))
                    .filter(siret -> !asked.contains(siret))
                    .collect(Collectors.toSet());
        }
        return List.copyOf(found.values());
    }

    /** The last of those that went on with that establishment's work; itself if nobody did. In a ring, the last before it closes. */
    static String last(String siret, Collection<Establishment> related) {
        List<String> after = after(siret, related);
        return after.isEmpty() ? siret : after.getLast();
    }

    /** Those that went on with that establishment's work, one after the other; each once, if they form a ring. */
    static List<String> after(String siret, Collection<Establishment> related) {
        return along(
                siret,
                from -> related.stream()
                        .filter(place -> place.siret().equals(from))
                        .map(Establishment::successorSiret)
                        .flatMap(Stream::ofNullable));
    }

    /** Those whose work that establishment went on with, in any number of moves, the nearest first. */
    static List<String> before(String siret, Collection<Establishment> related) {
        return along(
                siret,
                from -> related.stream()
                        .filter(place -> from.equals(place.successorSiret()))
                        .map(Establishment::siret)
                        .sorted());
    }

    private static List<String> along(String siret, Function<String, Stream<String>> step) {
        List<String> found = new ArrayList<>(List.of(siret));
        for (int i = 0; i < found.size(); i++) {
            step.apply(found.get(i)).filter(next -> !found.contains(next)).forEach(found::add);
        }
        return List.copyOf(found.subList(1, found.size()));
    }

    /** These establishments and those they went on from. */
    private List<Establishment> beside(Set<String> sirets) {
        return jdbc.sql("""
                        select * from dossier_establishment where siret in (:sirets)
                        union
                        (select * from dossier_establishment where successor_siret in (:sirets) order by siret limit :limit)""")
                .param("sirets", sirets)
                .param("limit", MOST_PREDECESSORS)
                .query(Establishment.class)
                .list();
    }
}
