package fr.rappel.callback;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.calendar.NoOpeningKnown;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What a visitor is promised: a call within {@code rappel.callback.commitment}, counted in open time. */
@Component
class Promise {

    /**
     * While the line is closed and nobody knows until when, nothing can be counted: the request is due in a week, so that
     * it shows as late instead of never.
     */
    static final Duration WITHOUT_OPENING = Duration.ofDays(7);

    private final LineCalendar calendar;
    private final CallbackProperties rules;

    Promise(LineCalendar calendar, CallbackProperties rules) {
        this.calendar = calendar;
        this.rules = rules;
    }

    /** The instant by which a request whose turn comes at {@code from} is called. */
    Instant madeAt(Instant from) {
        try {
            return calendar.afterOpenMinutes(from, rules.commitment().toMinutes());
        } catch (NoOpeningKnown closedWithoutEnd) {
            return from.plus(WITHOUT_OPENING);
        }
    }
}
