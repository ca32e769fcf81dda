package fr.rappel.shared;

/** References of requests as people read and say them. */
public final class SpokenReference {

    private static final int LENGTH = 8;

    private SpokenReference() {}

    /** Two groups of four, which are easier to say; what is no reference stays as it is. */
    public static String of(String reference) {
        int half = LENGTH / 2;
        return reference.length() == LENGTH
                ? reference.substring(0, half) + '\u00A0' + reference.substring(half)
                : reference;
    }
}
