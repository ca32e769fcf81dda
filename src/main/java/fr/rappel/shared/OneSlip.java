package fr.rappel.shared;

/** The slip of a finger: one key added, left out, mistaken, or pressed before its neighbour (Damerau's distance of one). */
public final class OneSlip {

    private OneSlip() {}

    /** Whether exactly one slip makes one of these texts out of the other. */
    public static boolean between(String written, String meant) {
        int shorter = Math.min(written.length(), meant.length());
        int start = 0;
        while (start < shorter && written.charAt(start) == meant.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && written.charAt(written.length() - 1 - end) == meant.charAt(meant.length() - 1 - end)) {
            end++;
        }
        String wrong = written.substring(start, written.length() - end);
        String right = meant.substring(start, meant.length() - end);
        if (wrong.length() == 2 && right.length() == 2) {
            return wrong.charAt(0) == right.charAt(1) && wrong.charAt(1) == right.charAt(0);
        }
        return Math.max(wrong.length(), right.length()) == 1;
    }
}
