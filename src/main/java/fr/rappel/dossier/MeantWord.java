package fr.rappel.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word that was typed and stands nowhere so, with the words of the copy that may be meant.
 *
 * @param meant whole words, empty if nothing is near; null if the word is too short to be forgiven
 */
record MeantWord(String written, @Nullable List<String> meant) {

    /** Whether nothing in the copy can be meant by it. */
    boolean meansNothing() {
        return meant != null && meant.isEmpty();
    }
}
