package fr.rappel.users;

import java.nio.charset.StandardCharsets;

/** What a password must be: long enough to resist guessing, short enough for bcrypt to read all of it. */
final class PasswordRule {

    static final int MIN_BYTES = 12;

    /** bcrypt ignores every byte after the 72nd, so longer ones are refused instead of being cut silently. */
    static final int MAX_BYTES = 72;

    private PasswordRule() {}

    static void check(String password) {
        int length = password.getBytes(StandardCharsets.UTF_8).length;
        if (length < MIN_BYTES || length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "A password must have " + MIN_BYTES + " to " + MAX_BYTES + " bytes, this one has " + length);
        }
    }

    /** Whether a presented password is so long that no account can have it. */
    static boolean isTooLong(String presented) {
        return presented.length() > MAX_BYTES || presented.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }
}
