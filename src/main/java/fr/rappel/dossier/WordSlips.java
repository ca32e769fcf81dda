package fr.rappel.dossier;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The words that one slip of a finger makes of another, as a regular expression that PostgreSQL answers by its index. */
final class WordSlips {

    /** Shorter words have too many honest neighbours for a slip to mean anything. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 40;

    private WordSlips() {}

    /**
     * What matches the words that begin with what was meant: one letter mistaken, left out or too many, or two neighbours
     * swapped.
     *
     * @param written letters and digits only; empty if it is too short or too long to be forgiven, or holds a digit: no
     *     word of the copy does
     */
    static Optional<String> pattern(String written) {
        if (written.length() < SHORTEST
                || written.length() > LONGEST
                || written.chars().anyMatch(c -> isHalf(c) || SearchText.isDigit(c))) {
            return Optional.empty();
        }
        Set<String> slips = new LinkedHashSet<>();
        for (int i = 0; i < written.length(); i++) {
            String before = written.substring(0, i);
            String rest = written.substring(i + 1);
            slips.add(before + "." + rest);
            slips.add(before + "." + written.substring(i));
            slips.add(before + rest);
            if (!rest.isEmpty()) {
                slips.add(before + rest.charAt(0) + written.charAt(i) + rest.substring(1));
            }
        }
        return Optional.of("^(" + String.join("|", slips) + ")");
    }

    private static boolean isHalf(int c) {
        return Character.isSurrogate((char) c);
    }
}
