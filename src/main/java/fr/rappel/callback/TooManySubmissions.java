package fr.rappel.callback;

import fr.rappel.shared.Refusal;
import java.time.Duration;

/** One network address has sent as many requests as it may in an hour. */
public final class TooManySubmissions extends Refusal {

    private final Duration retryAfter;

    TooManySubmissions(Duration retryAfter) {
        super("callback.TooManySubmissions", Math.max(1, retryAfter.toMinutes()));
        this.retryAfter = retryAfter;
    }

    /** After this the same address may try again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
