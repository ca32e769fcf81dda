package fr.rappel.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A closure declared on the spot. Kept for ever: open minutes of the past are counted with it. */
@Entity
@Table(name = "calendar_closure")
class EmergencyClosure {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Instant closedAt;

    private @Nullable Instant announcedEnd;

    private @Nullable Instant endedAt;

    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected EmergencyClosure() {}

    /** @throws ClosureEndsTooEarly if the announced end does not follow the start */
    @SuppressWarnings("NullAway.Init")
    EmergencyClosure(Instant closedAt, String reason, @Nullable Instant announcedEnd) {
        if (announcedEnd != null && !announcedEnd.isAfter(closedAt)) {
            throw new ClosureEndsTooEarly();
        }
        this.closedAt = closedAt;
        this.reason = reason;
        this.announcedEnd = announcedEnd;
    }

    /** Whether the line would still be closed at an instant if nobody did anything. */
    boolean isRunning(Instant at) {
        return toClosure().to().isAfter(at);
    }

    /** Ends the closure, because the line reopens or because another closure takes its place. */
    void end(Instant at) {
        // Another node's clock may have been ahead when the line was closed: the end never precedes the start.
        endedAt = at.isBefore(closedAt) ? closedAt : at;
    }

    Closure toClosure() {
        var end = endedAt != null ? endedAt : announcedEnd;
        return new Closure(closedAt, end != null ? end : Instant.MAX, reason);
    }
}
