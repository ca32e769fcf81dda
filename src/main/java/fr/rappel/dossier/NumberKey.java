package fr.rappel.dossier;

import fr.rappel.shared.CleanText;
import org.jspecify.annotations.Nullable;

/** What two writings of one number have in common: letters and digits, lower case, no accents. */
public final class NumberKey {

    private NumberKey() {}

    /** The key of a number; empty if it holds neither letter nor digit. */
    public static String of(@Nullable String number) {
        return CleanText.key(number).replace(" ", "");
    }
}
