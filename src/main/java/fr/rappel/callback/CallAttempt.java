package fr.rappel.callback;

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

/** One call to the visitor, from dialling to its outcome. */
@Entity
@Table(name = "callback_attempt")
class CallAttempt {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "callback_attempt_seq")
    @SequenceGenerator(name = "callback_attempt_seq", sequenceName = "callback_attempt_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private int version;

    private long requestId;
    private short number;
    private String agent;
    private Instant startedAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CallOutcome outcome;

    private @Nullable String overrideReason;

    @SuppressWarnings("NullAway.Init")
    protected CallAttempt() {}

    CallAttempt(long requestId, int number, String agent, Instant startedAt, @Nullable String overrideReason) {
        this.requestId = requestId;
        this.number = (short) number;
        this.agent = agent;
        this.startedAt = startedAt;
        this.overrideReason = overrideReason;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    void end(CallOutcome outcome, Instant now) {
        if (endedAt != null) {
            throw new AttemptEnded();
        }
        this.outcome = outcome;
        this.endedAt = now;
    }

    /** The outcome was a mistake: the call awaits it again. */
    void takeBack() {
        this.outcome = null;
        this.endedAt = null;
    }

    boolean endedAt(Instant moment) {
        return moment.equals(endedAt);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    Attempt toAttempt() {
        return new Attempt(id(), number, agent, startedAt, endedAt, outcome, overrideReason);
    }
}
