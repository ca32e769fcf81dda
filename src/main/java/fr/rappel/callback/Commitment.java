package fr.rappel.callback;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** What the line promises its visitors, and is measured by: a first call within so much open time. */
@Component
public final class Commitment {

    private final CallbackProperties rules;

    Commitment(CallbackProperties rules) {
        this.rules = rules;
    }

    /** Open time within which a request is called. */
    public Duration openTime() {
        return rules.commitment();
    }
}
