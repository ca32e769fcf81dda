package fr.rappel.files;

import java.util.regex.Pattern;

/**
 * Where the file store has something: names of ASCII letters, digits, dots, hyphens and underscores, none beginning with a
 * dot, slashes between them; 200 characters at most. Such a key leads out of no folder and means the same everywhere.
 */
public final class StorageKey {

    private static final int LONGEST = 200;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*+(?:/[A-Za-z0-9_][A-Za-z0-9._-]*+)*+");

    private StorageKey() {}

    /** Whether the text has that form. */
    public static boolean isValid(String key) {
        return key.length() <= LONGEST && FORM.matcher(key).matches();
    }
}
