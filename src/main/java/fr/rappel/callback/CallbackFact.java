package fr.rappel.callback;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of a request's timeline. Facts are only ever added. */
@Entity
@Immutable
@Table(name = "callback_fact")
class CallbackFact {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "callback_fact_seq")
    @SequenceGenerator(name = "callback_fact_seq", sequenceName = "callback_fact_seq", allocationSize = 50)
    private @Nullable Long id;

    private long requestId;

    @Enumerated(EnumType.STRING)
    private FactKind kind;

    private Instant at;
    private @Nullable String actor;

    @Enumerated(EnumType.STRING)
    private @Nullable CallOutcome outcome;

    private @Nullable String target;
    private @Nullable Instant untilAt;
    private @Nullable String note;
    private @Nullable String answer;
    private @Nullable String answerQuestions;

    @SuppressWarnings("NullAway.Init")
    protected CallbackFact() {}

    CallbackFact(long requestId, TimelineEntry entry) {
        this.requestId = requestId;
        this.kind = entry.kind();
        this.at = entry.at();
        this.actor = entry.actor();
        this.outcome = entry.outcome();
        this.target = entry.target();
        this.untilAt = entry.until();
        this.note = entry.note();
        if (entry.answer() != null) {
            this.answer = entry.answer().text();
            this.answerQuestions = entry.answer().joinedQuestions();
        }
    }

    TimelineEntry toEntry() {
        return new TimelineEntry(
                kind, at, actor, outcome, target, untilAt, note, VisitorAnswer.stored(answer, answerQuestions));
    }
}
