package fr.rappel.notifications;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For the module that reports figures to people it chose: its job has no signed-in user. */
@Component
public class ReportMails {

    private final JdbcClient jdbc;
    private final OutboxRows rows;
    private final Enclosures enclosures;
    private final MessageWriter writer;
    private final MailServer server;

    ReportMails(JdbcClient jdbc, OutboxRows rows, Enclosures enclosures, MessageWriter writer, MailServer server) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.enclosures = enclosures;
        this.writer = writer;
        this.server = server;
    }

    /** Whether there is a mail server to send through. Without one, reports wait in the outbox. */
    public boolean hasServer() {
        return server.isConfigured();
    }

    /**
     * Writes a message for each recipient into the outbox, in the caller's transaction. All carry the file, which is kept
     * once.
     *
     * @return the numbers of the messages, in the order of the mails
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> queue(Enclosure file, List<ReportMail> mails) {
        long enclosure = enclosures.add(file);
        return mails.stream()
                .map(mail -> rows.addReport(mail, writer.write(mail), enclosure))
                .toList();
    }

    /** Takes back a message that has not left; nothing if it has, or is being sent at this moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(long message) {
        rows.withdrawReport(message);
    }

    /** What became of some messages, by their numbers. */
    public Map<Long, OutboxMessage> find(Collection<Long> messages) {
        return messages.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select " + OutboxMessage.COLUMNS + " from mail_message where id in (:ids)")
                        .param("ids", messages)
                        .query(OutboxMessage.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(OutboxMessage::id, message -> message));
    }
}
