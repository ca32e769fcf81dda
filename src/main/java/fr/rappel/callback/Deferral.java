package fr.rappel.callback;

import fr.rappel.calendar.LineCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes requests out of the queue while their visitors cannot be called, and brings them back at the next open moment.
 * Several nodes may run this at once: each request is its own transaction and the slower one finds nothing to do.
 */
@Component
class Deferral {

    private final CallbackRequestRepository requests;
    private final Unavailabilities unavailabilities;
    private final Reachability reachability;
    private final Promise promise;
    private final Timeline timeline;
    private final LineCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Deferral(
            CallbackRequestRepository requests,
            Unavailabilities unavailabilities,
            Reachability reachability,
            Promise promise,
            Timeline timeline,
            LineCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.unavailabilities = unavailabilities;
        this.reachability = reachability;
        this.promise = promise;
        this.timeline = timeline;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    void deferRuledOut() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, calendar.zone());
        for (String reference : unavailabilities.queuedOn(today, now)) {
            transaction.executeWithoutResult(status -> requests.findLockedByReference(reference)
                    .ifPresent(request -> {
                        Instant before = request.availableAt();
                        Instant next = defer(request, now);
                        if (!next.equals(before)) {
                            timeline.record(
                                    request.id(),
                                    reference,
                                    TimelineEntry.of(FactKind.DEFERRED, now, null)
                                            .until(next));
                        }
                    }));
        }
    }

    /**
     * Moves a waiting request whose next call would come at a time that its visitor ruled out.
     *
     * @return from when on it may be called
     */
    Instant defer(CallbackRequest request, Instant now) {
        Instant turn = request.availableAt();
        Instant call = reachability.opening(turn.isAfter(now) ? turn : now);
        if (request.status() != CallbackStatus.WAITING || !reachability.isRuledOut(request.id(), call)) {
            return turn;
        }
        Instant next = reachability.of(request.id(), call);
        request.defer(next, promise.madeAt(next));
        return next;
    }
}
