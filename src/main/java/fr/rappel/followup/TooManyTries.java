package fr.rappel.followup;

import fr.rappel.shared.Refusal;
import java.time.Duration;

/** One network address has tried as many wrong links, or sent as many forms, as it may in an hour. */
public final class TooManyTries extends Refusal {

    private final Duration retryAfter;

    TooManyTries(Duration retryAfter) {
        super("followup.TooManyTries", Math.max(1, retryAfter.toMinutes()));
        this.retryAfter = retryAfter;
    }

    /** After this the same address may try again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
