package fr.rappel.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a request's timeline: who did what, when.
 *
 * @param actor user name, or {@link #VISITOR}; null for a rule, and for the visitor who sent the request
 * @param outcome of a call or a closing
 * @param target user name of who was given the request
 * @param until when the request comes back
 * @param note what the agent or the visitor wrote, or the reason of an override
 * @param answer what the visitor is told of a call or a closing, or by mail alone
 */
public record TimelineEntry(
        FactKind kind,
        Instant at,
        @Nullable String actor,
        @Nullable CallOutcome outcome,
        @Nullable String target,
        @Nullable Instant until,
        @Nullable String note,
        @Nullable VisitorAnswer answer) {

    /** The visitor, acting through the follow-up page; no account can have this name. */
    public static final String VISITOR = "@visitor";

    static TimelineEntry byVisitor(FactKind kind, Instant at) {
        return of(kind, at, VISITOR);
    }

    static TimelineEntry of(FactKind kind, Instant at, @Nullable String actor) {
        return new TimelineEntry(kind, at, actor, null, null, null, null, null);
    }

    TimelineEntry outcome(CallOutcome outcome) {
        return new TimelineEntry(kind, at, actor, outcome, target, until, note, answer);
    }

    TimelineEntry target(String target) {
        return new TimelineEntry(kind, at, actor, outcome, target, until, note, answer);
    }

    TimelineEntry until(Instant until) {
        return new TimelineEntry(kind, at, actor, outcome, target, until, note, answer);
    }

    /** With a note, unless it says nothing. */
    TimelineEntry note(@Nullable String note) {
        String said = note == null || note.isBlank() ? null : note;
        return new TimelineEntry(kind, at, actor, outcome, target, until, said, answer);
    }

    TimelineEntry answer(@Nullable VisitorAnswer answer) {
        return new TimelineEntry(kind, at, actor, outcome, target, until, note, answer);
    }
}
