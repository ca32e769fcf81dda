package fr.rappel.callback;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What visitors write back. It stands on the timeline, and the request waits for somebody to read it. */
@Component
public class VisitorReplies {

    private final CallbackRequestRepository requests;
    private final Timeline timeline;
    private final Promise promise;
    private final Clock clock;

    VisitorReplies(CallbackRequestRepository requests, Timeline timeline, Promise promise, Clock clock) {
        this.requests = requests;
        this.timeline = timeline;
        this.promise = promise;
        this.clock = clock;
    }

    /**
     * A reply to a request. One that is closed, or that was to come back later, waits now; one that somebody holds stays
     * with them.
     *
     * @throws RequestNotFound if there is no such request
     */
    @Transactional
    public void receive(String reference, String text) {
        CallbackRequest request = requests.findLockedByReference(reference).orElseThrow(RequestNotFound::new);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        timeline.record(
                request.id(),
                reference,
                TimelineEntry.byVisitor(FactKind.REPLIED, now).note(text));
        if (request.isAsleepAt(now)) {
            boolean wasClosed = request.status() == CallbackStatus.CLOSED;
            request.comeBack(now, promise.madeAt(now));
            if (wasClosed) {
                timeline.record(request.id(), reference, TimelineEntry.byVisitor(FactKind.REOPENED, now));
            }
        }
    }
}
