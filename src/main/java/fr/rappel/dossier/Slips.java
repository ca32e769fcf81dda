package fr.rappel.dossier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All the texts that one slip of a finger makes of another, so that a database looks each of them up by its index. */
final class Slips {

    /** A shorter text has too many honest neighbours for a slip to mean anything. */
    private static final int SHORTEST = 5;

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_ADDRESS = 64;
    private static final String OF_NUMBERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String OF_ADDRESSES = OF_NUMBERS + "@.-_+";

    private Slips() {}

    /**
     * The numbers one slip away from this one: a sign mistaken, left out or too many, or two neighbours swapped; three
     * thousand at most, none if the number is too short or too long.
     *
     * @param number letters and digits only
     */
    static List<String> ofNumber(String number) {
        return of(number, OF_NUMBERS, LONGEST_NUMBER);
    }

    /**
     * The e-mail addresses one such slip away from this one; six thousand at most.
     *
     * @param address in lower case; none if it is no whole address
     */
    static List<String> ofAddress(String address) {
        return address.contains("@") || address.contains(".") ? of(address, OF_ADDRESSES, LONGEST_ADDRESS) : List.of();
    }

    private static List<String> of(String text, String signs, int longest) {
        if (text.length() < SHORTEST
                || text.length() > longest
                || text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            return List.of();
        }
        Set<String> slips = new LinkedHashSet<>();
        for (int i = 0; i <= text.length(); i++) {
            String before = text.substring(0, i);
            String after = text.substring(i);
            signs.chars().forEach(sign -> slips.add(before + (char) sign + after));
            if (!after.isEmpty()) {
                String rest = after.substring(1);
                signs.chars().forEach(sign -> slips.add(before + (char) sign + rest));
                slips.add(before + rest);
                if (!rest.isEmpty()) {
                    slips.add(before + rest.charAt(0) + after.charAt(0) + rest.substring(1));
                }
            }
        }
        slips.remove(text);
        return List.copyOf(slips);
    }
}
