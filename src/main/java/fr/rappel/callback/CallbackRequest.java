package fr.rappel.callback;

import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.PhoneNumber;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to be called back, from the visitor's form to the outcome. What the visitor said is a snapshot and never
 * changes, but for the ways to reach them, which they may correct. The state moves only through the methods below, except
 * for the taking of a request that waits, which is one conditional update in {@link CallbackRequestRepository} because two
 * agents may try at once.
 */
@Entity
@Table(name = "callback_request")
class CallbackRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "callback_request_seq")
    @SequenceGenerator(name = "callback_request_seq", sequenceName = "callback_request_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private int version;

    private String reference;
    private String submissionKey;
    private @Nullable String submissionDigest;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private CallbackStatus status;

    private Instant receivedAt;
    private Instant availableAt;
    private Instant dueAt;

    @Embedded
    private VisitorSnapshot said;

    private String email;
    private String phone;
    private String noticeVersion;
    private String noticeHash;
    private Instant consentedAt;

    private @Nullable String takenBy;
    private @Nullable Instant takenAt;
    private @Nullable Instant touchedAt;
    private short unreached;

    @Enumerated(EnumType.STRING)
    private @Nullable CallOutcome outcome;

    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected CallbackRequest() {}

    /** A valid submission becomes a request; {@code dueAt} is the promise made to the visitor. */
    CallbackRequest(
            SubmitCallback said,
            Channel channel,
            String reference,
            String submissionKey,
            PrivacyNotice notice,
            boolean suspicious,
            Instant receivedAt,
            Instant dueAt) {
        this.reference = reference;
        this.submissionKey = submissionKey;
        this.submissionDigest = said.digest(submissionKey);
        this.channel = channel;
        this.status = suspicious ? CallbackStatus.REVIEW : CallbackStatus.WAITING;
        this.receivedAt = receivedAt;
        this.availableAt = receivedAt;
        this.dueAt = dueAt;
        this.said = VisitorSnapshot.of(said);
        this.email = EmailAddress.parse(said.email()).value();
        this.phone = PhoneNumber.parse(said.phone()).e164();
        this.noticeVersion = notice.version();
        this.noticeHash = notice.hash();
        this.consentedAt = receivedAt;
    }

    /** Whether this is the very submission that came under the same key before, whatever was corrected since. */
    boolean says(SubmitCallback other) {
        return submissionDigest == null
                ? said.equals(VisitorSnapshot.of(other))
                : submissionDigest.equals(other.digest(submissionKey));
    }

    boolean isUntouchedSince(Instant before) {
        return status == CallbackStatus.TAKEN && touchedAt != null && touchedAt.isBefore(before);
    }

    /** Gives the request back to the queue, where it keeps its place. */
    void release() {
        requireTaken();
        status = CallbackStatus.WAITING;
        clearClaim();
    }

    /** One agent holds it from now on; races are decided before this, in the database. */
    void take(String agent, Instant now) {
        requireOpen();
        claim(agent, now);
    }

    /** Gives the request to another agent. */
    void reassign(String agent, Instant now) {
        requireTaken();
        claim(agent, now);
    }

    /** The holder did something: the claim is alive. */
    void touch(Instant now) {
        touchedAt = now;
    }

    /** Nobody was reached: the request comes back at a later moment. */
    void retry(Instant availableAt, Instant dueAt) {
        unreached++;
        returnAt(availableAt, dueAt);
    }

    /** The caller named the moment of the next call. */
    void postpone(Instant moment) {
        returnAt(moment, moment);
    }

    void close(CallOutcome outcome, Instant now) {
        requireOpen();
        this.status = CallbackStatus.CLOSED;
        this.outcome = outcome;
        this.closedAt = now;
        clearClaim();
    }

    /** That outcome was a mistake: the agent who recorded it holds the request again. */
    void takeBack(CallOutcome mistaken, String agent, Instant now) {
        if (status == CallbackStatus.WAITING) {
            unreached -= mistaken.retries() ? 1 : 0;
        }
        openFor(agent, now);
    }

    /** The visitor can be reached at another number. */
    void correctPhone(String e164) {
        phone = e164;
    }

    void correctEmail(String address) {
        email = address;
    }

    /** Nobody is to call before that moment: it waits again from then on. */
    void defer(Instant availableAt, Instant dueAt) {
        this.availableAt = availableAt;
        this.dueAt = dueAt;
    }

    /** Opens it again after it was closed; given back, it stands behind those that wait already. */
    void reopen(String agent, Instant now) {
        if (status != CallbackStatus.CLOSED) {
            throw new NotClosed();
        }
        openFor(agent, now);
    }

    /** Whether nobody would look at it now: it is closed, or comes back later. */
    boolean isAsleepAt(Instant now) {
        return status == CallbackStatus.CLOSED || status == CallbackStatus.WAITING && availableAt.isAfter(now);
    }

    /** The visitor came back: it waits like a new one; what was set aside as unwanted is looked at first. */
    void comeBack(Instant now, Instant dueAt) {
        boolean unwanted = outcome == CallOutcome.SPAM;
        // Calls in vain before a closing are over; those of a request that only slept may still be taken back.
        unreached = status == CallbackStatus.CLOSED ? 0 : unreached;
        outcome = null;
        closedAt = null;
        returnAt(now, dueAt);
        status = unwanted ? CallbackStatus.REVIEW : CallbackStatus.WAITING;
    }

    /** Counts one more call that reached nobody; true if it was the last that the rule allows. */
    boolean isLastUnreached(int maxAttempts) {
        return unreached + 1 >= maxAttempts;
    }

    /**
     * Refuses unless the agent holds this request.
     *
     * @throws AlreadyClosed if it is closed
     * @throws NotHolder if somebody else holds it, or nobody
     */
    void requireHeldBy(String agent) {
        requireOpen();
        if (!agent.equals(takenBy)) {
            throw new NotHolder(takenBy);
        }
    }

    private void requireTaken() {
        requireOpen();
        if (status != CallbackStatus.TAKEN) {
            throw new NotHolder(null);
        }
    }

    private void requireOpen() {
        if (status == CallbackStatus.CLOSED) {
            throw new AlreadyClosed();
        }
    }

    private void returnAt(Instant availableAt, Instant dueAt) {
        this.status = CallbackStatus.WAITING;
        this.availableAt = availableAt;
        this.dueAt = dueAt;
        clearClaim();
    }

    private void claim(String agent, Instant now) {
        status = CallbackStatus.TAKEN;
        takenBy = agent;
        takenAt = now;
        touchedAt = now;
    }

    private void openFor(String agent, Instant now) {
        availableAt = now;
        outcome = null;
        closedAt = null;
        claim(agent, now);
    }

    private void clearClaim() {
        takenBy = null;
        takenAt = null;
        touchedAt = null;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String reference() {
        return reference;
    }

    CallbackStatus status() {
        return status;
    }

    @Nullable
    String takenBy() {
        return takenBy;
    }

    String phone() {
        return phone;
    }

    String email() {
        return email;
    }

    @Nullable
    CallOutcome outcome() {
        return outcome;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    Instant availableAt() {
        return availableAt;
    }

    Receipt receipt(boolean replayed) {
        return new Receipt(reference, status, receivedAt, dueAt, replayed);
    }
}
