package fr.rappel.callback;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.PhoneNumber;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * What a visitor may see of a request and do with it. Whoever calls this has made sure that they are the one who may:
 * the reference alone proves nothing.
 */
@Service
@Validated
@Transactional
@AnonymousAllowed
public class CallbackFollowUp {

    static final int MAX_MESSAGES = 20;
    static final int MAX_UNAVAILABILITIES = 10;

    private final CallbackRequestRepository requests;
    private final CallAttemptRepository attempts;
    private final Timeline timeline;
    private final Unavailabilities unavailabilities;
    private final Ratings ratings;
    private final Deferral deferral;
    private final Promise promise;
    private final LineCalendar calendar;
    private final Clock clock;

    CallbackFollowUp(
            CallbackRequestRepository requests,
            CallAttemptRepository attempts,
            Timeline timeline,
            Unavailabilities unavailabilities,
            Ratings ratings,
            Deferral deferral,
            Promise promise,
            LineCalendar calendar,
            Clock clock) {
        this.requests = requests;
        this.attempts = attempts;
        this.timeline = timeline;
        this.unavailabilities = unavailabilities;
        this.ratings = ratings;
        this.deferral = deferral;
        this.promise = promise;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Where the request stands.
     *
     * @throws RequestNotFound if there is none
     */
    @Transactional(readOnly = true)
    public FollowUpState state(String reference) {
        CallbackRequest request = requests.findByReference(reference).orElseThrow(RequestNotFound::new);
        Receipt receipt = request.receipt(false);
        Instant closedAt = request.closedAt();
        Rating rating = closedAt == null
                ? null
                : ratings.of(request.id())
                        .filter(given -> given.countsFor(closedAt))
                        .orElse(null);
        return new FollowUpState(
                reference,
                FollowUpState.Phase.of(request, now()),
                receipt.receivedAt(),
                receipt.dueAt(),
                request.availableAt(),
                request.outcome(),
                closedAt,
                request.phone(),
                request.email(),
                FollowUpEvent.of(timeline.of(request.id())),
                unavailabilities.of(request.id()),
                rating,
                closedAt != null && Rating.isOpen(rating, closedAt, now()));
    }

    /**
     * Another number to call. A request that was closed because nobody was reached waits again.
     *
     * @throws AlreadyClosed if it is closed for another reason
     */
    public void correctPhone(String reference, @Valid PhoneCorrection correction) {
        CallbackRequest request = find(reference);
        CallOutcome outcome = request.outcome();
        if (outcome != CallOutcome.WRONG_NUMBER && outcome != CallOutcome.UNREACHABLE) {
            requireOpen(request);
        }
        String before = request.phone();
        request.correctPhone(PhoneNumber.parse(correction.phone()).e164());
        record(request, FactKind.PHONE_CORRECTED, new PhoneNumber(before).national());
        wakeIfClosed(request);
    }

    /**
     * Another address to write to.
     *
     * @throws AlreadyClosed if it is closed
     */
    public void correctEmail(String reference, @Valid EmailCorrection correction) {
        CallbackRequest request = find(reference);
        requireOpen(request);
        String before = request.email();
        request.correctEmail(EmailAddress.parse(correction.email()).value());
        record(request, FactKind.EMAIL_CORRECTED, before);
    }

    /**
     * Something more to say. A closed request waits again: the matter is not settled.
     *
     * @throws FollowUpRefused if there are {@value #MAX_MESSAGES} messages already
     */
    public void addMessage(String reference, @Valid AddMessage message) {
        CallbackRequest request = find(reference);
        if (count(request, FactKind.MESSAGE_ADDED) >= MAX_MESSAGES) {
            throw new FollowUpRefused("tooManyMessages");
        }
        record(request, FactKind.MESSAGE_ADDED, message.text());
        wakeIfClosed(request);
    }

    /**
     * The visitor wrote back by mail. A request that is closed, or that was to come back later, waits now; one that somebody
     * holds stays with them.
     */
    public void reply(String reference, String text) {
        CallbackRequest request = find(reference);
        record(request, FactKind.REPLIED, text);
        if (request.isAsleepAt(now())) {
            comeBack(request);
        }
    }

    /**
     * A document came in. A closed request waits again.
     *
     * @param name as its sender calls it, to be shown
     * @param keep keeps it, while no other comes in for this request; false if it is known already
     */
    public void addDocument(String reference, String name, BooleanSupplier keep) {
        CallbackRequest request = find(reference);
        if (keep.getAsBoolean()) {
            record(request, FactKind.DOCUMENT_ADDED, name);
            wakeIfClosed(request);
        }
    }

    /** The scanner found malware in a document. */
    public void refuseDocument(String reference, String name) {
        CallbackRequest request = find(reference);
        timeline.record(
                request.id(),
                reference,
                TimelineEntry.of(FactKind.DOCUMENT_REFUSED, now(), null).note(name));
    }

    /** An agent made every link given so far void. */
    public void renewLink(String reference, String agent) {
        CallbackRequest request = find(reference);
        timeline.record(request.id(), reference, TimelineEntry.of(FactKind.LINK_RENEWED, now(), agent));
    }

    /**
     * When not to call. A request that would be called at such a time comes back after it; one that somebody holds stays
     * with them, who see it.
     *
     * @throws FollowUpRefused if the days are past, too far away or in the wrong order, or there are
     *     {@value #MAX_UNAVAILABILITIES} such times already
     * @throws AlreadyClosed if it is closed
     */
    public void sayUnavailable(String reference, @Valid SayUnavailable said) {
        CallbackRequest request = find(reference);
        requireOpen(request);
        said.requireAhead(LocalDate.ofInstant(now(), calendar.zone()));
        if (unavailabilities.of(request.id()).size() >= MAX_UNAVAILABILITIES) {
            throw new FollowUpRefused("tooManyPeriods");
        }
        unavailabilities.add(request.id(), said);
        Instant before = request.availableAt();
        Instant next = deferral.defer(request, now());
        TimelineEntry entry = TimelineEntry.byVisitor(FactKind.UNAVAILABLE, now());
        timeline.record(request.id(), reference, next.equals(before) ? entry : entry.until(next));
    }

    /** The visitor can be called then after all. What has been moved stays where it is. */
    public void withdrawUnavailability(String reference, long id) {
        CallbackRequest request = find(reference);
        requireOpen(request);
        unavailabilities.remove(request.id(), id);
        record(request, FactKind.AVAILABLE_AGAIN, null);
    }

    /**
     * No call is needed any more.
     *
     * @param solved whether the matter is settled; otherwise the visitor gives it up
     * @throws AlreadyClosed if it is closed
     * @throws FollowUpRefused if somebody is calling at this moment
     */
    public void close(String reference, boolean solved) {
        CallbackRequest request = find(reference);
        if (attempts.findByRequestIdAndEndedAtIsNull(request.id()).isPresent()) {
            throw new FollowUpRefused("beingCalled");
        }
        CallOutcome outcome = solved ? CallOutcome.SOLVED : CallOutcome.CANCELLED;
        request.close(outcome, now());
        timeline.record(
                request.id(),
                reference,
                TimelineEntry.byVisitor(FactKind.CLOSED, now()).outcome(outcome));
    }

    /**
     * How satisfied the visitor is, once for each closing; it may be corrected for a week.
     *
     * @throws FollowUpRefused if the request is open, or the week is over
     */
    public void rate(String reference, @Valid Rate rate) {
        CallbackRequest request = find(reference);
        Instant closedAt = request.closedAt();
        if (closedAt == null) {
            throw new FollowUpRefused("notClosed");
        }
        Rating given = ratings.of(request.id()).orElse(null);
        if (!Rating.isOpen(given, closedAt, now())) {
            throw new FollowUpRefused("ratingOver");
        }
        Instant givenAt = given != null && given.countsFor(closedAt) ? given.givenAt() : now();
        Rating said = new Rating(Objects.requireNonNull(rate.score()), rate.comment(), givenAt);
        ratings.put(request.id(), said);
        record(request, FactKind.RATED, said.told());
    }

    private static void requireOpen(CallbackRequest request) {
        if (request.status() == CallbackStatus.CLOSED) {
            throw new AlreadyClosed();
        }
    }

    private void wakeIfClosed(CallbackRequest request) {
        if (request.status() == CallbackStatus.CLOSED) {
            comeBack(request);
        }
    }

    private void comeBack(CallbackRequest request) {
        boolean wasClosed = request.status() == CallbackStatus.CLOSED;
        request.comeBack(now(), promise.madeAt(now()));
        if (wasClosed) {
            record(request, FactKind.REOPENED, null);
        }
    }

    private long count(CallbackRequest request, FactKind kind) {
        return timeline.of(request.id()).stream()
                .filter(entry -> entry.kind() == kind)
                .count();
    }

    private void record(CallbackRequest request, FactKind kind, @Nullable String note) {
        timeline.record(
                request.id(),
                request.reference(),
                TimelineEntry.byVisitor(kind, now()).note(note));
    }

    /** What happens to one request happens one after the other. */
    private CallbackRequest find(String reference) {
        return requests.findLockedByReference(reference).orElseThrow(RequestNotFound::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
