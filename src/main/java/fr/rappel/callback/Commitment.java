package fr.rappel.callback;

import fr.rappel.calendar.LineCalendar;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What the line promises its visitors, and is measured by: a first call within so much open time. */
@Component
public final class Commitment {

    private final CallbackProperties rules;
    private final LineCalendar calendar;

    Commitment(CallbackProperties rules, LineCalendar calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** Open time within which a request is called. */
    public Duration openTime() {
        return rules.commitment();
    }

    /** Whoever was received before this instant and is not called now has waited for longer than promised. */
    Instant missedBefore(Instant now) {
        return calendar.beforeOpenTime(now, openTime()).orElse(Instant.EPOCH);
    }
}
