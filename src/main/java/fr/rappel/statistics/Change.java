package fr.rappel.statistics;

/**
 * How a value stands beside the one it is compared with. Each kind has its words in the bundle: {@code statistics.change.…}.
 *
 * @param by how far it is from the other; empty where that cannot be said
 * @param other the other value
 */
public record Change(Kind kind, String by, String other) {

    /** What can be said of two values. */
    public enum Kind {
        /** How far they are apart, as a part of the other one. */
        PERCENT,
        /** How far two shares are apart. */
        POINTS,
        /** They read the same. */
        SAME,
        /** They count nothing, both of them: there is nothing to say of it. */
        ZERO,
        /** The other one is all there is to say: it is zero, or this one is not known. */
        OTHER_ONLY,
        /** The other one is not known. */
        NOTHING
    }
}
