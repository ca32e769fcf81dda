package fr.rappel.dossier;

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

    /** Whether anything is chosen. */
    public boolean narrows() {
        return !equals(NONE);
    }
}
