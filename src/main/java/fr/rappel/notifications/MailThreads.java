package fr.rappel.notifications;

import static fr.rappel.notifications.OutboxRows.utc;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails that a message goes on from, by which mail programs show those of a request together. The same at every try: only
 * what there was before the message was written counts.
 */
@Component
class MailThreads {

    private final JdbcClient jdbc;

    MailThreads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * {@code Message-ID}s that came before a message; none if it is about no request.
     *
     * @param first of the first message that left for the same mailbox, usually the acknowledgement
     * @param latest of the visitor's last mail, if it may be named
     */
    record Before(@Nullable String first, @Nullable String latest) {

        /** Both, oldest first. */
        List<String> all() {
            return Stream.of(first, latest).filter(Objects::nonNull).toList();
        }
    }

    Before of(QueuedMessage message) {
        return message.reference() == null
                ? new Before(null, null)
                : new Before(firstMessage(message), latestMail(message));
    }

    private @Nullable String firstMessage(QueuedMessage message) {
        return jdbc.sql("""
                        select message_id from mail_message
                         where reference = :reference and id < :id and recipient_key = :mailbox and sent_at is not null
                         order by id limit 1""")
                .param("reference", message.reference())
                .param("id", message.id())
                .param("mailbox", NewMessage.mailbox(message.recipient()))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private @Nullable String latestMail(QueuedMessage message) {
        return jdbc.sql("""
                        select message_id from mail_received
                         where reference = :reference and message_id is not null and received_at <= :written
                         order by received_at desc limit 1""")
                .param("reference", message.reference())
                .param("written", utc(message.createdAt()))
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
