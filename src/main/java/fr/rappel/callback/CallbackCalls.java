package fr.rappel.callback;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.calendar.LinePhrases;
import fr.rappel.calendar.LineState;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls and what follows from them: the one place where the line's hours and the retry rules are enforced. */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class CallbackCalls {

    /** Nobody plans a call further ahead than this. */
    static final Duration LONGEST_POSTPONEMENT = Duration.ofDays(60);

    private final CallbackRequestRepository requests;
    private final CallAttemptRepository attempts;
    private final Timeline timeline;
    private final LineCalendar calendar;
    private final LinePhrases phrases;
    private final CallbackProperties rules;
    private final Promise promise;
    private final Reachability reachability;
    private final CurrentUser currentUser;
    private final Clock clock;

    CallbackCalls(
            CallbackRequestRepository requests,
            CallAttemptRepository attempts,
            Timeline timeline,
            LineCalendar calendar,
            LinePhrases phrases,
            CallbackProperties rules,
            Promise promise,
            Reachability reachability,
            CurrentUser currentUser,
            Clock clock) {
        this.requests = requests;
        this.attempts = attempts;
        this.timeline = timeline;
        this.calendar = calendar;
        this.phrases = phrases;
        this.rules = rules;
        this.promise = promise;
        this.reachability = reachability;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Starts a call of a request one holds.
     *
     * @param overrideReason why a supervisor calls although the line is closed; kept with the attempt
     * @throws LineClosedForCalls outside the line's hours, unless a supervisor gives a reason
     * @throws NotHolder if somebody else holds the request, or nobody
     * @throws CallInProgress if a call has no outcome yet
     */
    public Attempt start(String reference, @Nullable String overrideReason) {
        CallbackRequest request = held(reference);
        if (attempts.findByRequestIdAndEndedAtIsNull(request.id()).isPresent()) {
            throw new CallInProgress();
        }
        Instant now = now();
        String reason = requireOpenOrReason(now, overrideReason);
        request.touch(now);
        CallAttempt attempt = attempts.save(new CallAttempt(
                request.id(), attempts.countByRequestId(request.id()) + 1, currentUser.username(), now, reason));
        timeline.record(
                request.id(), reference, entry(FactKind.CALL_STARTED, now).note(reason));
        return attempt.toAttempt();
    }

    /**
     * Records how a call ended and applies what follows: closed, back in the queue, or postponed.
     *
     * @throws OutcomeRefused if no agent may choose that outcome, or its moment is missing, past or too far
     * @throws LineClosedForCalls if the line is closed at the moment of the next call
     * @throws AttemptEnded if the call has its outcome already
     * @throws NotHolder if somebody else holds the request, or nobody
     * @throws RequestNotFound if there is no such request or attempt
     */
    public void end(String reference, long attemptId, OutcomeReport report) {
        CallbackRequest request = find(reference);
        CallAttempt attempt =
                attempts.findByIdAndRequestId(attemptId, request.id()).orElseThrow(RequestNotFound::new);
        if (!attempt.isOpen()) {
            throw new AttemptEnded();
        }
        request.requireHeldBy(currentUser.username());
        if (!report.outcome().selectable()) {
            throw new OutcomeRefused("notSelectable");
        }
        Instant now = now();
        attempt.end(report.outcome(), now);
        TimelineEntry ended =
                entry(FactKind.CALL_ENDED, now).outcome(report.outcome()).note(report.note());
        if (report.outcome().closes()) {
            timeline.record(request.id(), reference, ended);
            TimelineEntry closed = entry(FactKind.CLOSED, now).outcome(report.outcome());
            close(request, closed.answer(report.answer()));
        } else if (report.outcome().postpones()) {
            Instant callAt = requireCallable(report.callAt(), now);
            request.postpone(callAt);
            timeline.record(request.id(), reference, ended.until(callAt));
        } else {
            retry(request, ended.answer(report.answer()), now);
        }
    }

    /**
     * Closes a request without calling: out of scope, duplicate, spam.
     *
     * @throws OutcomeRefused if that outcome needs a call
     * @throws CallInProgress if a call has no outcome yet
     * @throws NotHolder if somebody else holds the request, or nobody
     */
    public void closeWithoutCall(String reference, OutcomeReport report) {
        CallbackRequest request = held(reference);
        if (!report.outcome().possibleWithoutCall()) {
            throw new OutcomeRefused("needsCall");
        }
        if (attempts.findByRequestIdAndEndedAtIsNull(request.id()).isPresent()) {
            throw new CallInProgress();
        }
        Instant now = now();
        request.close(report.outcome(), now);
        timeline.record(
                request.id(),
                reference,
                entry(FactKind.CLOSED, now)
                        .outcome(report.outcome())
                        .note(report.note())
                        .answer(report.answer()));
    }

    private void retry(CallbackRequest request, TimelineEntry ended, Instant now) {
        CallOutcome outcome = Objects.requireNonNull(ended.outcome());
        if (request.isLastUnreached(rules.maxAttempts())) {
            timeline.record(request.id(), request.reference(), ended.answer(null));
            TimelineEntry closed = TimelineEntry.of(FactKind.CLOSED, now, null).outcome(CallOutcome.UNREACHABLE);
            close(request, closed.answer(ended.answer()));
            return;
        }
        Instant earliest = now.plus(rules.gapAfter(outcome));
        Instant next = reachability.of(request.id(), earliest);
        request.retry(next, promise.madeAt(next));
        timeline.record(request.id(), request.reference(), ended.until(next));
    }

    private void close(CallbackRequest request, TimelineEntry closed) {
        request.close(Objects.requireNonNull(closed.outcome()), closed.at());
        timeline.record(request.id(), request.reference(), closed);
    }

    private @Nullable String requireOpenOrReason(Instant now, @Nullable String overrideReason) {
        LineState state = calendar.stateAt(now);
        if (state.open()) {
            return null;
        }
        String reason = overrideReason == null ? "" : CleanText.clean(overrideReason);
        if (CleanText.isBlank(reason) || !currentUser.hasRole(Roles.SUPERVISOR)) {
            throw closed(state);
        }
        if (CleanText.length(reason) > 500) {
            throw new OutcomeRefused("noteTooLong");
        }
        return reason;
    }

    private Instant requireCallable(@Nullable Instant callAt, Instant now) {
        if (callAt == null) {
            throw new OutcomeRefused("momentMissing");
        }
        if (!callAt.isAfter(now) || callAt.isAfter(now.plus(LONGEST_POSTPONEMENT))) {
            throw new OutcomeRefused("momentPastOrTooFar");
        }
        LineState state = calendar.stateAt(callAt);
        if (!state.open()) {
            throw closed(state);
        }
        return callAt;
    }

    private LineClosedForCalls closed(LineState state) {
        return new LineClosedForCalls(state.opensAt(), phrases.state(state, LocaleContextHolder.getLocale()));
    }

    private CallbackRequest held(String reference) {
        CallbackRequest request = find(reference);
        request.requireHeldBy(currentUser.username());
        return request;
    }

    /** The steps of one request happen one after the other, so that two clicks at once start one call. */
    private CallbackRequest find(String reference) {
        return requests.findLockedByReference(reference).orElseThrow(RequestNotFound::new);
    }

    private TimelineEntry entry(FactKind kind, Instant now) {
        return TimelineEntry.of(kind, now, currentUser.username());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
