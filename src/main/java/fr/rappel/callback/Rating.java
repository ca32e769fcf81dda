package fr.rappel.callback;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How satisfied a visitor was.
 *
 * @param score from 1 to 5
 * @param givenAt when it was first given; a correction does not change it
 */
public record Rating(int score, String comment, Instant givenAt) {

    /** How long it may be corrected. */
    static final Duration CORRECTABLE_FOR = Duration.ofDays(7);

    /** Whether one may rate a request closed at that instant: once for each closing, and for a week once more. */
    static boolean isOpen(@Nullable Rating given, Instant closedAt, Instant now) {
        return given == null
                || !given.countsFor(closedAt)
                || !now.isAfter(given.givenAt().plus(CORRECTABLE_FOR));
    }

    /** Whether it was given since that closing; what was said of an earlier one is over. */
    boolean countsFor(Instant closedAt) {
        return !givenAt.isBefore(closedAt);
    }

    /**
     * The score in what the timeline keeps of a rating; the beginning of it is enough.
     *
     * @see #told
     */
    public static int scoreIn(String told) {
        return told.charAt(0) - '0';
    }

    /** As the timeline keeps it: "4/5", then what was said. */
    String told() {
        return (score + "/5 " + comment).strip();
    }
}
