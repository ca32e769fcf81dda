package fr.rappel.callback;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * References that can be said over the phone: eight characters out of 20 that do not sound or look alike in French (no O/0,
 * I/1, S/5/F, M/N…, and of those that end in "é" only T), drawn at random: 25 thousand million of them, none follows from
 * another.
 */
@Component
class References {

    private static final String ALPHABET = "23456789AEHJKLNRTWXY";

    /** With C, G and V, which references had until somebody spelt them over the phone. */
    private static final String UNDERSTOOD = ALPHABET + "CGV";

    static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder reference = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            reference.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }

    /** The reference somebody typed, in any case, with spaces or dashes; empty if it cannot be one. */
    static Optional<String> parse(String typed) {
        String key = typed.replaceAll("[\\s\\u00A0\\u202F-]", "").toUpperCase(Locale.ROOT);
        boolean possible =
                key.length() == LENGTH && key.chars().allMatch(character -> UNDERSTOOD.indexOf(character) >= 0);
        return possible ? Optional.of(key) : Optional.empty();
    }
}
