package fr.rappel.notifications;

import static fr.rappel.notifications.OutboxRows.utc;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.shared.CleanText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may send which message, and what came of it. A message is claimed by one conditional update before it is sent, for as
 * long as the lease; what the claimer reports counts only while the claim is its own.
 */
@Component
class OutboxClaims {

    /** Enough for every sender to find one that nobody has taken meanwhile. */
    private static final int CANDIDATES = 20;

    private static final int DETAIL_MAX = 400;

    private final JdbcClient jdbc;
    private final MailProperties rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutboxClaims(JdbcClient jdbc, MailProperties rules, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /** A message that is ours to send, until the lease ends. */
    record Claim(String token, Instant until, QueuedMessage message) {}

    /** Claims the message that is due first; a request's messages keep their order, however long one of them takes. */
    Optional<Claim> claimNext() {
        return due().stream().map(this::claim).flatMap(Optional::stream).findFirst();
    }

    /** Empty if it is no longer due: between being read and being claimed it may have been tried by another sender. */
    Optional<Claim> claim(long candidate) {
        String token = UUID.randomUUID().toString();
        Instant until = now().plus(rules.lease());
        int won = jdbc.sql("""
                        update mail_message set claim = :token, claimed_until = :until, attempts = attempts + 1
                         where id = :id and state = 'WAITING' and send_after <= :now
                           and (claim is null or claimed_until < :now)""")
                .param("id", candidate)
                .param("token", token)
                .param("until", utc(until))
                .param("now", utc(now()))
                .update();
        return won == 1 ? find(candidate).map(message -> new Claim(token, until, message)) : Optional.empty();
    }

    private List<Long> due() {
        return jdbc.sql("""
                        select m.id from mail_message m
                         where m.state = 'WAITING' and m.send_after <= :now
                           and (m.claim is null or m.claimed_until < :now)
                           and not exists (select 1 from mail_message e
                                            where e.reference = m.reference and e.id < m.id and e.state = 'WAITING')
                         order by m.send_after, m.id limit :candidates""")
                .param("now", utc(now()))
                .param("candidates", CANDIDATES)
                .query(Long.class)
                .list();
    }

    Optional<QueuedMessage> find(long id) {
        return jdbc.sql("select * from mail_message where id = :id")
                .param("id", id)
                .query(OutboxClaims::message)
                .optional();
    }

    /** Keeps the words before they leave, so that every try says the same and everybody can read what was said. */
    boolean keepWords(Claim claim, MessageContent words) {
        return update(
                claim,
                "subject = :subject, body_text = :text, body_html = :html",
                statement -> statement
                        .param("subject", words.subject())
                        .param("text", words.text())
                        .param("html", words.html()));
    }

    @Transactional
    boolean sent(Claim claim) {
        return end(claim, MessageState.SENT, null, null, ", sent_at = :now");
    }

    @Transactional
    boolean failed(Claim claim, MessageFault fault, @Nullable String detail) {
        return end(claim, MessageState.FAILED, fault, detail, "");
    }

    /** Waits for its next try, or has failed if it waited long enough. */
    @Transactional
    boolean deferred(Claim claim, MessageFault fault, @Nullable String detail) {
        if (!now().isBefore(claim.message().queuedAt().plus(rules.giveUpAfter()))) {
            return failed(claim, MessageFault.GIVEN_UP, detail);
        }
        Instant next = now().plus(rules.gapAfter(claim.message().attempts()));
        return move(
                claim,
                "fault = :fault, fault_detail = :detail, send_after = :next, claim = null, claimed_until = null",
                statement -> statement
                        .param("fault", fault.name())
                        .param("detail", shortened(detail))
                        .param("next", utc(next)));
    }

    /** The server was away: the message keeps its place, and this was no try of its own. */
    @Transactional
    boolean giveBack(Claim claim, @Nullable String detail) {
        return move(
                claim,
                "fault = 'SERVER_AWAY', fault_detail = :detail, attempts = attempts - 1, claim = null,"
                        + " claimed_until = null",
                statement -> statement.param("detail", shortened(detail)));
    }

    /** Messages that have waited so long that sending them now would only astonish. */
    @Transactional
    void giveUpOnOld() {
        int old = jdbc.sql("""
                        update mail_message set state = 'FAILED', fault = 'GIVEN_UP', claim = null, claimed_until = null
                         where state = 'WAITING' and queued_at < :limit and send_after < :limit
                           and (claim is null or claimed_until < :now)""")
                .param("limit", utc(now().minus(rules.giveUpAfter())))
                .param("now", utc(now()))
                .update();
        if (old > 0) {
            events.publishEvent(new MessageChanged(null));
        }
    }

    private boolean end(
            Claim claim, MessageState state, @Nullable MessageFault fault, @Nullable String detail, String more) {
        return move(
                claim,
                "state = :state, fault = :fault, fault_detail = :detail, claim = null, claimed_until = null" + more,
                statement -> {
                    var named = statement
                            .param("state", state.name())
                            .param("fault", fault == null ? null : fault.name())
                            .param("detail", shortened(detail));
                    return more.isEmpty() ? named : named.param("now", utc(now()));
                });
    }

    /** Changes what screens show of a message, and tells them. */
    private boolean move(Claim claim, String assignments, UnaryOperator<JdbcClient.StatementSpec> parameters) {
        boolean moved = update(claim, assignments, parameters);
        if (moved) {
            events.publishEvent(new MessageChanged(claim.message().reference()));
        }
        return moved;
    }

    private boolean update(Claim claim, String assignments, UnaryOperator<JdbcClient.StatementSpec> parameters) {
        var statement = jdbc.sql("update mail_message set " + assignments + " where id = :id and claim = :token")
                .param("id", claim.message().id())
                .param("token", claim.token());
        return parameters.apply(statement).update() == 1;
    }

    private static @Nullable String shortened(@Nullable String detail) {
        String clean = CleanText.clean(detail);
        return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), DETAIL_MAX));
    }

    private static QueuedMessage message(ResultSet row, int number) throws SQLException {
        String subject = row.getString("subject");
        String outcome = row.getString("outcome");
        return new QueuedMessage(
                row.getLong("id"),
                row.getString("reference"),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                row.getString("message_id"),
                instant(row, "happened_at"),
                row.getObject("until_at") == null ? null : instant(row, "until_at"),
                outcome == null ? null : CallOutcome.valueOf(outcome),
                row.getInt("calendar_sequence"),
                VisitorAnswer.stored(row.getString("answer"), row.getString("answer_questions")),
                row.getInt("attempts"),
                instant(row, "created_at"),
                instant(row, "queued_at"),
                row.getObject("enclosure_id", Long.class),
                subject == null
                        ? null
                        : new MessageContent(subject, row.getString("body_text"), row.getString("body_html")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private Instant now() {
        return clock.instant();
    }
}
