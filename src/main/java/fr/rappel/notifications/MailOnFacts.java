package fr.rappel.notifications;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackCorrections;
import fr.rappel.callback.CallbackStatus;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.FactRecorded;
import fr.rappel.callback.TimelineEntry;
import fr.rappel.callback.Visitor;
import fr.rappel.callback.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes the message that a fact asks for, in the fact's own transaction: both are stored or neither is. What an agent
 * may still take back waits until that is over, and goes if it is taken back.
 */
@Component
class MailOnFacts {

    private static final Duration UNTIL_FINAL = CallbackCorrections.UNDO_FOR.plusSeconds(1);

    private final Visitors visitors;
    private final OutboxRows outbox;

    MailOnFacts(Visitors visitors, OutboxRows outbox) {
        this.visitors = visitors;
        this.outbox = outbox;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(FactRecorded fact) {
        switch (fact.kind()) {
            case RECEIVED ->
                visitors.of(fact.reference()).flatMap(to -> receipt(fact, to)).ifPresent(outbox::addReceipt);
            case EMAIL_CORRECTED -> readdress(fact);
            case CALL_ENDED, CLOSED ->
                kindFor(fact)
                        .flatMap(kind -> visitors.of(fact.reference()).map(to -> message(kind, fact, to)))
                        .ifPresent(outbox::add);
            case ANSWERED ->
                visitors.of(fact.reference())
                        .map(to -> message(MessageKind.ANSWER, fact, to))
                        .ifPresent(outbox::add);
            case UNAVAILABLE, DEFERRED ->
                Optional.ofNullable(fact.until())
                        .flatMap(next -> visitors.of(fact.reference()))
                        .map(to -> message(MessageKind.CALL_MOVED, fact, to))
                        .ifPresent(outbox::addMove);
            case UNDONE -> takeBack(fact);
            case REOPENED -> reopen(fact);
            case ANSWER_UNDONE -> outbox.withdrawAnswer(fact.reference());
            case TAKEN,
                    RELEASED,
                    CLAIM_EXPIRED,
                    REASSIGNED,
                    CALL_STARTED,
                    NOTED,
                    REPLIED,
                    PHONE_CORRECTED,
                    MESSAGE_ADDED,
                    DOCUMENT_ADDED,
                    DOCUMENT_REFUSED,
                    AVAILABLE_AGAIN,
                    RATED,
                    LINK_RENEWED -> {
                // The visitor has nothing to do with it, or did it and saw it done.
            }
        }
    }

    /** A corrected address gets what it has missed, with the link that is valid now. */
    private void readdress(FactRecorded fact) {
        visitors.of(fact.reference()).ifPresent(to -> {
            outbox.redirect(to.reference(), to.email());
            receipt(fact, to).ifPresent(outbox::addReceipt);
        });
    }

    /** What a visitor hears of a call or a closing. A call that closes is told by the closing. */
    static Optional<MessageKind> kindFor(FactRecorded fact) {
        CallOutcome outcome = Objects.requireNonNull(fact.outcome());
        if (fact.kind() == FactKind.CALL_ENDED) {
            return Optional.ofNullable(fact.until())
                    .map(next -> outcome.postpones() ? MessageKind.CALL_PLANNED : MessageKind.NOT_REACHED);
        }
        return Optional.of(MessageKind.closing(outcome)).filter(told -> outcome.tellsVisitor());
    }

    /** An outcome that is not told leaves the message of the one before. */
    private void takeBack(FactRecorded undone) {
        CallOutcome outcome = Objects.requireNonNull(undone.outcome());
        if (outcome.tellsVisitor() || outcome.retries() || outcome.postpones()) {
            outbox.withdrawOutcome(undone.reference());
        }
    }

    /** What a request opened again was closed with is not told any more; an answer that its visitor was given leaves alone. */
    private void reopen(FactRecorded reopened) {
        if (TimelineEntry.VISITOR.equals(reopened.actor())) {
            outbox.sendAnswersAlone(reopened.reference());
        }
        outbox.withdrawOutcomes(reopened.reference());
    }

    /** What looks like a robot's gets no receipt: the address in it belongs to somebody else. */
    private static Optional<NewMessage> receipt(FactRecorded fact, Visitor to) {
        return to.status() == CallbackStatus.REVIEW
                ? Optional.empty()
                : Optional.of(new NewMessage(
                        to.reference(),
                        MessageKind.ACKNOWLEDGEMENT,
                        to.email(),
                        fact.at(),
                        to.dueAt(),
                        null,
                        null,
                        fact.at()));
    }

    private static NewMessage message(MessageKind kind, FactRecorded fact, Visitor to) {
        Instant happenedAt = to.lastCallAt() == null ? fact.at() : to.lastCallAt();
        return new NewMessage(
                to.reference(),
                kind,
                to.email(),
                happenedAt,
                fact.until(),
                fact.outcome(),
                fact.answer(),
                fact.at().plus(UNTIL_FINAL));
    }
}
