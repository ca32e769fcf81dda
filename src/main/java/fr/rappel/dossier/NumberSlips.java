package fr.rappel.dossier;

import java.util.LinkedHashSet;
import java.util.Set;

/** All the numbers that one slip of a finger makes of another, so that a database looks each of them up by its index. */
final class NumberSlips {

    private static final int LONGEST = 24;
    private static final int SHORTEST = 5;
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** A number has few letters; what has more is a name, whose slips would be too many. */
    private static final int MOST_LETTERS = 6;

    private NumberSlips() {}

    /**
     * The numbers one slip away from this one: a digit mistaken for another, two neighbours swapped, a sign too many, a
     * digit left out; a letter mistaken for another where there are few. A few hundred at most; none if the number is too short for a slip to mean anything, or too long.
     */
    static Set<String> of(String number) {
        Set<String> slips = new LinkedHashSet<>();
        if (number.length() < SHORTEST || number.length() > LONGEST) {
            return slips;
        }
        boolean fewLetters = number.chars().filter(NumberSlips::isLetter).count() <= MOST_LETTERS;
        for (int i = 0; i <= number.length(); i++) {
            String before = number.substring(0, i);
            String after = number.substring(i);
            DIGITS.chars().forEach(digit -> slips.add(before + (char) digit + after));
            if (!after.isEmpty()) {
                String rest = after.substring(1);
                slips.add(before + rest);
                if (SearchText.isDigit(after.charAt(0))) {
                    DIGITS.chars().forEach(digit -> slips.add(before + (char) digit + rest));
                } else if (fewLetters && isLetter(after.charAt(0))) {
                    LETTERS.chars().forEach(letter -> slips.add(before + (char) letter + rest));
                }
                if (!rest.isEmpty()) {
                    slips.add(before + rest.charAt(0) + after.charAt(0) + rest.substring(1));
                }
            }
        }
        slips.remove(number);
        return slips;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }
}
