package fr.rappel.notifications;

import fr.rappel.shared.Organisation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Messages on their way into the outbox: written in the transaction of what causes them. */
@Component
class OutboxRows {

    private static final Duration RECEIPT_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final String domain;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutboxRows(
            JdbcClient jdbc,
            MailProperties rules,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.domain = rules.from() == null
                ? URI.create(organisation.publicUrl()).getHost()
                : rules.from().ascii().replaceFirst(".*@", "");
        this.clock = clock;
    }

    /**
     * Adds a message. A planned call announced before the one announced earlier has come is a moved one; what says that no
     * call comes any more names the call that it takes away, if one was announced and is still to come.
     */
    void add(NewMessage message) {
        if (message.kind() == MessageKind.CALL_PLANNED) {
            Announced before = announced(message.reference());
            insert(before.isAhead(now()) ? message.moved() : message, null, null, before.count());
        } else if (message.kind().endsCalls()) {
            Announced before = announced(message.reference());
            insert(message.until(before.isAhead(now()) ? before.moment() : null), null, null, before.count());
        } else {
            insert(message, null, null, 0);
        }
    }

    /** Adds that the announced call has another moment; nothing if none was announced, or its moment has come. */
    void addMove(NewMessage moved) {
        Announced before = announced(moved.reference());
        if (before.isAhead(now())) {
            insert(moved, null, null, before.count());
        }
    }

    /**
     * The calls that messages about a request have put into the visitor's calendar, or taken out.
     *
     * @param count how many messages
     * @param latest moment that the last of them announced; null if there are none, or it took the call out
     */
    private record Announced(int count, @Nullable OffsetDateTime latest) {

        boolean isAhead(Instant now) {
            return latest != null && latest.toInstant().isAfter(now);
        }

        Instant moment() {
            return Objects.requireNonNull(latest).toInstant();
        }
    }

    private Announced announced(String reference) {
        return jdbc.sql("""
                        select count(*) over () as count,
                               case when kind in (:planning) then until_at end as latest
                          from mail_message
                         where reference = :reference and state <> 'ABANDONED' and until_at is not null
                           and kind in (:aboutCalls)
                         order by happened_at desc, calendar_sequence desc, id desc limit 1""")
                .param("reference", reference)
                .param("planning", MessageKind.names(MessageKind::plansACall))
                .param("aboutCalls", MessageKind.names(MessageKind::isAboutACall))
                .query(Announced.class)
                .optional()
                .orElse(new Announced(0, null));
    }

    /** Adds a receipt, which a mailbox gets once an hour at most; the next ones are kept and not sent. */
    void addReceipt(NewMessage receipt) {
        String slot = receipt.mailbox() + "|" + now().getEpochSecond() / RECEIPT_EVERY.toSeconds();
        if (hasReceipt(receipt) || insert(receipt, null, slot, 0) == 0) {
            insert(receipt, MessageFault.RECEIPT_LIMIT, null, 0);
        }
    }

    /** Takes back the message of the outcome of that request that was told last, if it still waits to be final. */
    void withdrawOutcome(String reference) {
        withdraw(reference, """
                id = (select max(id) from mail_message
                       where reference = :reference and kind <> 'ANSWER' and outcome is not null)""");
    }

    /** Takes back whatever of that request still waits to be final, besides answers. */
    void withdrawOutcomes(String reference) {
        withdraw(reference, "kind <> 'ANSWER'");
    }

    /** Makes answers of their own of those that wait to be final with the outcomes they were given with. */
    void sendAnswersAlone(String reference) {
        jdbc.sql("""
                        update mail_message set kind = 'ANSWER', outcome = null, until_at = null
                         where reference = :reference and state = 'WAITING' and attempts = 0 and send_after > :now
                           and kind <> 'ANSWER' and (answer <> '' or answer_questions <> '')""").param("reference", reference).param("now", utc(now())).update();
    }

    /** Takes back the answer of that request that was written last and still waits to be final. */
    void withdrawAnswer(String reference) {
        withdraw(reference, """
                id = (select max(id) from mail_message
                       where reference = :reference and kind = 'ANSWER' and state = 'WAITING' and send_after > :now)""");
    }

    private void withdraw(String reference, String which) {
        events.publishEvent(new MessageChanged(reference));
        String sql = """
                update mail_message set state = 'ABANDONED', fault = 'TAKEN_BACK'
                 where reference = :reference and state = 'WAITING' and attempts = 0 and send_after > :now and\s""";
        jdbc.sql(sql + which)
                .param("reference", reference)
                .param("now", utc(now()))
                .update();
    }

    /**
     * Sends what waits to another address, as if it had not been tried: it is written again, with the link that is valid
     * now. What is being sent at this very moment is left alone.
     */
    void redirect(String reference, String recipient) {
        events.publishEvent(new MessageChanged(reference));
        jdbc.sql("""
                        update mail_message
                           set recipient = :recipient, recipient_key = :mailbox, subject = null, body_text = null,
                               body_html = null, fault = null, fault_detail = null, claim = null, claimed_until = null,
                               send_after = case when attempts > 0 then cast(:now as timestamp with time zone)
                                                 else send_after end,
                               attempts = 0
                         where reference = :reference and state = 'WAITING'
                           and (claim is null or claimed_until < :now)""")
                .param("reference", reference)
                .param("now", utc(now()))
                .param("recipient", recipient)
                .param("mailbox", NewMessage.mailbox(recipient))
                .update();
    }

    /** Adds a report with its words; the number of the message. */
    long addReport(ReportMail report, MessageContent words, long enclosure) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into mail_message (kind, recipient, recipient_key, message_id, happened_at,
                            calendar_sequence, state, attempts, created_at, queued_at, send_after, subject, body_text,
                            body_html, enclosure_id)
                        values ('REPORT', :recipient, :mailbox, :messageId, :endedAt, 0, 'WAITING', 0, :now, :now, :now,
                            :subject, :text, :html, :enclosure)""")
                .param("recipient", report.recipient())
                .param("mailbox", NewMessage.mailbox(report.recipient()))
                .param("messageId", newMessageId())
                .param("endedAt", utc(report.endedAt()))
                .param("now", utc(now()))
                .param("subject", words.subject())
                .param("text", words.text())
                .param("html", words.html())
                .param("enclosure", enclosure)
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    /** Takes back a report that has not left and is not being sent. */
    void withdrawReport(long id) {
        jdbc.sql("""
                        update mail_message
                           set state = 'ABANDONED', fault = 'UNSUBSCRIBED', claim = null, claimed_until = null
                         where id = :id and kind = 'REPORT' and state = 'WAITING'
                           and (claim is null or claimed_until < :now)""").param("id", id).param("now", utc(now())).update();
    }

    /** Queues the same words once more, as a message of its own; its number. */
    long addCopy(long id) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into mail_message (reference, kind, recipient, recipient_key, message_id, happened_at,
                            until_at, outcome, calendar_sequence, answer, answer_questions, state, attempts, created_at,
                            queued_at, send_after, subject, body_text, body_html, enclosure_id)
                        select reference, kind, recipient, recipient_key, cast(:messageId as varchar), happened_at,
                               until_at, outcome, calendar_sequence, answer, answer_questions, 'WAITING', 0,
                               cast(:now as timestamp with time zone), cast(:now as timestamp with time zone),
                               cast(:now as timestamp with time zone), subject, body_text, body_html,
                               enclosure_id
                          from mail_message where id = :id""")
                .param("id", id)
                .param("messageId", newMessageId())
                .param("now", utc(now()))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    /** Gives a message the address that is right now; it is written anew, with the link that is valid now. */
    void readdress(long id, String recipient) {
        jdbc.sql("""
                        update mail_message
                           set recipient = :recipient, recipient_key = :mailbox, subject = null, body_text = null,
                               body_html = null
                         where id = :id""")
                .param("id", id)
                .param("recipient", recipient)
                .param("mailbox", NewMessage.mailbox(recipient))
                .update();
    }

    /** Whether the mailbox had one within the hour, or the one of this request waits for it. */
    private boolean hasReceipt(NewMessage receipt) {
        return jdbc.sql("""
                        select 1 from mail_message
                         where recipient_key = :mailbox and kind = 'ACKNOWLEDGEMENT' and state <> 'ABANDONED'
                           and (created_at > :since or state = 'WAITING' and reference = :reference) limit 1""")
                .param("mailbox", receipt.mailbox())
                .param("reference", receipt.reference())
                .param("since", utc(now().minus(RECEIPT_EVERY)))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * @param fault why it will not be sent; null if it will
     * @return 0 if another message has the slot
     */
    private int insert(
            NewMessage message, @Nullable MessageFault fault, @Nullable String receiptSlot, int calendarSequence) {
        events.publishEvent(new MessageChanged(message.reference()));
        var answer = Optional.ofNullable(message.answer());
        return jdbc.sql("""
                        insert into mail_message (reference, kind, recipient, recipient_key, message_id, happened_at,
                            until_at, outcome, calendar_sequence, answer, answer_questions, state, fault, attempts,
                            created_at, queued_at, send_after, receipt_slot)
                        values (:reference, :kind, :recipient, :mailbox, :messageId, :happenedAt, :until, :outcome,
                            :sequence, :answer, :questions, :state, :fault, 0, :now, :now, :sendAfter, :slot)
                        on conflict do nothing""")
                .param("reference", message.reference())
                .param("kind", message.kind().name())
                .param("recipient", message.recipient())
                .param("mailbox", message.mailbox())
                .param("messageId", newMessageId())
                .param("happenedAt", utc(message.happenedAt()))
                .param("until", message.until() == null ? null : utc(message.until()))
                .param(
                        "outcome",
                        message.outcome() == null ? null : message.outcome().name())
                .param("sequence", calendarSequence)
                .param("answer", answer.map(said -> said.text()).orElse(null))
                .param("questions", answer.map(said -> said.joinedQuestions()).orElse(null))
                .param("state", (fault == null ? MessageState.WAITING : MessageState.ABANDONED).name())
                .param("fault", fault == null ? null : fault.name())
                .param("now", utc(now()))
                .param("sendAfter", utc(message.sendAfter()))
                .param("slot", receiptSlot)
                .update();
    }

    private String newMessageId() {
        return "<" + UUID.randomUUID() + "@" + domain + ">";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
