package fr.rappel.dossier;

import fr.rappel.shared.Siren;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the dossiers of what was found are: whole companies, where they are few, and establishments of others.
 *
 * @param more there are more of them than this
 */
record Whereabouts(List<String> sirens, List<String> sirets, boolean more) {

    /** The best of what was found; the dossiers of many companies are those of none. */
    static Whereabouts of(List<Found> found, int most) {
        List<String> companies = ids(found, HitKind.COMPANY);
        List<String> sirens = companies.size() <= most ? companies : List.of();
        List<String> sirets = ids(found, HitKind.ESTABLISHMENT).stream()
                .filter(siret -> !sirens.contains(siret.substring(0, Siren.LENGTH)))
                .toList();
        return new Whereabouts(
                sirens, sirets.stream().limit(most).toList(), sirens.size() < companies.size() || sirets.size() > most);
    }

    /** Asks for the newest dossiers of each, on one side or both. */
    SearchQuery dossiers(SearchQuery query, @Nullable Profile side) {
        for (int i = 0; i < sirens.size(); i++) {
            query.with("siren" + i, sirens.get(i));
            newest(query, side, "_siren = :siren" + i);
        }
        for (int i = 0; i < sirets.size(); i++) {
            query.with("siret" + i, sirets.get(i));
            newest(query, side, "_siret = :siret" + i);
        }
        return query;
    }

    private static void newest(SearchQuery query, @Nullable Profile side, String isThere) {
        if (side != Profile.ORGANISME_FORMATION) {
            query.askNewest(Profile.ENTREPRISE, "t.employer" + isThere);
        }
        if (side != Profile.ENTREPRISE) {
            query.askNewest(Profile.ORGANISME_FORMATION, "t.provider" + isThere);
        }
    }

    private static List<String> ids(List<Found> found, HitKind kind) {
        return Found.bestFirst(found).stream()
                .filter(hit -> hit.kind() == kind)
                .map(SearchHit::id)
                .toList();
    }
}
