package fr.rappel.notifications;

import static fr.rappel.notifications.OutboxRows.utc;

import fr.rappel.callback.Visitors;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages that leave this house and what became of them. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.ADMIN)
public class Outbox {

    private static final int MAX_PAGE_SIZE = 200;
    private static final int MAX_OF_REQUEST = 50;

    /** A mail that was taken and has not come back for so long has arrived. */
    private static final Duration ARRIVED_AFTER = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final OutboxRows rows;
    private final OutboxClaims claims;
    private final MessageWriter writer;
    private final MailServer server;
    private final Visitors visitors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(
            JdbcClient jdbc,
            OutboxRows rows,
            OutboxClaims claims,
            MessageWriter writer,
            MailServer server,
            Visitors visitors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.claims = claims;
        this.writer = writer;
        this.server = server;
        this.visitors = visitors;
        this.events = events;
        this.clock = clock;
    }

    /** Whether there is a mail server to send through. Without one, messages wait and can be read. */
    public boolean hasServer() {
        return server.isConfigured();
    }

    /**
     * One page of the messages, newest first.
     *
     * @param state only those; null for all
     * @param typed reference of a request or whole address, in any usual writing; null or blank for all
     * @param next of the page before, null for the first page
     * @param size rows wanted, brought into 1 to 200
     */
    public OutboxPage page(@Nullable MessageState state, @Nullable String typed, @Nullable Long next, int size) {
        int limit = Math.clamp(size, 1, MAX_PAGE_SIZE);
        String wanted = CleanText.clean(typed).replaceAll("[\\s\\u00A0\\u202F]", "");
        boolean address = wanted.contains("@");
        String conditions = (state == null ? "" : " and state = :state")
                + (wanted.isEmpty() ? "" : address ? " and recipient_key = :wanted" : " and reference = :wanted");
        List<OutboxMessage> found = jdbc.sql("select " + OutboxMessage.COLUMNS + " from mail_message where id < :next"
                        + conditions + " order by id desc limit :limit")
                .param("state", state == null ? null : state.name())
                .param(
                        "wanted",
                        address
                                ? NewMessage.mailbox(wanted)
                                : wanted.replace("-", "").toUpperCase(Locale.ROOT))
                .param("next", next == null ? Long.MAX_VALUE : next)
                .param("limit", limit + 1)
                .query(OutboxMessage.class)
                .list();
        boolean more = found.size() > limit;
        return new OutboxPage(
                found.stream().limit(limit).toList(),
                more ? found.get(limit - 1).id() : null);
    }

    /** The messages of one request, oldest first. */
    @RolesAllowed(Roles.AGENT)
    public List<OutboxMessage> of(String reference) {
        return jdbc.sql("select " + OutboxMessage.COLUMNS
                        + " from mail_message where reference = :reference order by id limit :limit")
                .param("reference", reference)
                .param("limit", MAX_OF_REQUEST)
                .query(OutboxMessage.class)
                .list();
    }

    /** Whether a message to that address came back, or was refused for good, and none has arrived since. */
    @RolesAllowed(Roles.AGENT)
    public boolean isFailing(String address) {
        return jdbc.sql("""
                        select 1 from mail_message bad
                         where bad.recipient_key = :mailbox
                           and (bad.state = 'RETURNED' or bad.state = 'FAILED' and bad.fault = 'REFUSED')
                           and not exists (select 1 from mail_message arrived
                                            where arrived.recipient_key = bad.recipient_key and arrived.id > bad.id
                                              and arrived.state = 'SENT' and arrived.sent_at <= :since)
                         limit 1""")
                .param("mailbox", NewMessage.mailbox(address))
                .param("since", utc(clock.instant().minus(ARRIVED_AFTER)))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * What a message says, or would say if it left now.
     *
     * @throws MessageNotFound if there is none, or its request is gone and it was never written
     */
    @RolesAllowed(Roles.AGENT)
    public MessageContent read(long id) {
        QueuedMessage message = claims.find(id).orElseThrow(MessageNotFound::new);
        return message.content() != null
                ? message.content()
                : writer.write(message).orElseThrow(MessageNotFound::new);
    }

    /**
     * Queues a message again. One that the mail server has taken before goes as a new message, so that no mailbox
     * mistakes it for the one it has. One about a request goes to the address that is right now, with the link that is valid now.
     *
     * @throws MessageMoved if it waits already, or a copy of it does
     * @throws MessageNotFound if there is none
     */
    @Transactional
    public void resend(long id) {
        // Whoever clicks at the same time waits here, and then finds what the other has queued.
        MessageState state = jdbc.sql("select state from mail_message where id = :id for update")
                .param("id", id)
                .query(MessageState.class)
                .optional()
                .orElseThrow(MessageNotFound::new);
        String reference = claims.find(id).map(QueuedMessage::reference).orElse(null);
        if (waits(id, reference)) {
            throw new MessageMoved();
        }
        boolean left = state == MessageState.SENT || state == MessageState.RETURNED;
        long again = left ? rows.addCopy(id) : requeue(id);
        Optional.ofNullable(reference)
                .flatMap(visitors::of)
                .ifPresent(visitor -> rows.readdress(again, visitor.email()));
        tell(id);
    }

    /**
     * Cancels a message that waits.
     *
     * @throws MessageMoved if it is being sent, or does not wait any more
     */
    @Transactional
    public void cancel(long id) {
        int cancelled =
                jdbc.sql("""
                        update mail_message set state = 'ABANDONED', fault = 'CANCELLED', claim = null, claimed_until = null
                         where id = :id and state = 'WAITING' and (claim is null or claimed_until < :now)""").param("id", id).param("now", utc(clock.instant())).update();
        if (cancelled == 0) {
            throw new MessageMoved();
        }
        tell(id);
    }

    private void tell(long id) {
        claims.find(id).ifPresent(message -> events.publishEvent(new MessageChanged(message.reference())));
    }

    /** Whether it waits, or another message that tells the same person the same. */
    private boolean waits(long id, @Nullable String reference) {
        String toTheSame = reference == null
                ? "waiting.recipient_key = said.recipient_key and waiting.recipient = said.recipient"
                        + " and waiting.reference is null"
                : "waiting.reference = said.reference";
        return jdbc.sql("""
                        select 1 from mail_message said join mail_message waiting on %s
                         where said.id = :id and waiting.state = 'WAITING' and waiting.kind = said.kind
                           and waiting.enclosure_id is not distinct from said.enclosure_id
                           and waiting.happened_at = said.happened_at
                           and waiting.until_at is not distinct from said.until_at
                           and waiting.answer is not distinct from said.answer
                         limit 1""".formatted(toTheSame))
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private long requeue(long id) {
        jdbc.sql("""
                        update mail_message
                           set state = 'WAITING', fault = null, fault_detail = null, attempts = 0,
                               queued_at = :now, send_after = :now
                         where id = :id and state in ('FAILED', 'ABANDONED')""").param("id", id).param("now", utc(clock.instant())).update();
        return id;
    }
}
