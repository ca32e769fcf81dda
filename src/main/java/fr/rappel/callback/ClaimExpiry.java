package fr.rappel.callback;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Releases claims that nobody has touched for {@code rappel.callback.claim-lease}: a closed browser or a sleeping
 * laptop must not keep a visitor waiting. A call left open is ended as interrupted. Several nodes may run this at once:
 * each release is its own transaction and the slower one finds nothing to do.
 */
@Component
class ClaimExpiry {

    private final CallbackRequestRepository requests;
    private final CallAttemptRepository attempts;
    private final Timeline timeline;
    private final CallbackProperties rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClaimExpiry(
            CallbackRequestRepository requests,
            CallAttemptRepository attempts,
            Timeline timeline,
            CallbackProperties rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.attempts = attempts;
        this.timeline = timeline;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    void releaseUntouched() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (String reference : requests.untouchedSince(now.minus(rules.claimLease()))) {
            try {
                transaction.executeWithoutResult(status -> release(reference, now));
            } catch (OptimisticLockingFailureException e) {
                // The agent came back at this very moment, or another node was faster: nothing left to release.
                continue;
            }
        }
    }

    private void release(String reference, Instant now) {
        CallbackRequest request = requests.findByReference(reference).orElseThrow(RequestNotFound::new);
        if (!request.isUntouchedSince(now.minus(rules.claimLease()))) {
            return;
        }
        attempts.findByRequestIdAndEndedAtIsNull(request.id()).ifPresent(attempt -> {
            attempt.end(CallOutcome.INTERRUPTED, now);
            timeline.record(
                    request.id(),
                    reference,
                    TimelineEntry.of(FactKind.CALL_ENDED, now, null).outcome(CallOutcome.INTERRUPTED));
        });
        request.release();
        timeline.record(request.id(), reference, TimelineEntry.of(FactKind.CLAIM_EXPIRED, now, null));
    }
}
