package fr.rappel.callback;

import fr.rappel.shared.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line is closed at that moment, so nobody is called. */
public final class LineClosedForCalls extends Refusal {

    private final @Nullable Instant opensAt;

    LineClosedForCalls(@Nullable Instant opensAt, String phrase) {
        super("callback.LineClosedForCalls", phrase);
        this.opensAt = opensAt;
    }

    /** Next opening after that moment, empty if none is in sight. */
    public Optional<Instant> opensAt() {
        return Optional.ofNullable(opensAt);
    }
}
