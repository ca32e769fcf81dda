package fr.rappel.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which dossiers a search keeps; null means "any". Once anything is chosen, only dossiers are found.
 *
 * @param year in which the training starts
 * @param profile the side by which a dossier of a company or establishment was found
 */
public record SearchFilter(
        @Nullable DossierType type,
        @Nullable DossierStatus status,
        @Nullable Integer year,
        @Nullable Profile profile) {

    /** Everything. */
    public static final SearchFilter NONE = new SearchFilter(null, null, null, null);

    /** What the parameters of an address choose; what one of them does not say, or says wrongly, is any. */
    public static SearchFilter of(Function<String, @Nullable String> parameters) {
        return new SearchFilter(
                chosen(DossierType::valueOf, parameters.apply("type")),
                chosen(DossierStatus::valueOf, parameters.apply("statut")),
                chosen(Integer::valueOf, parameters.apply("annee")),
                chosen(Profile::valueOf, parameters.apply("profil")));
    }

    /** The parameters that say so. */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        say(query, "type", type);
        say(query, "statut", status);
        say(query, "annee", year);
        say(query, "profil", profile);
        return query;
    }

    private static void say(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }

    private static <T> @Nullable T chosen(Function<String, T> read, @Nullable String text) {
        try {
            return text == null ? null : read.apply(text);
        } catch (IllegalArgumentException e) {
            // Anybody can write an address.
            return null;
        }
    }

    /** Whether anything is chosen. */
    public boolean narrows() {
        return !equals(NONE);
    }
}
