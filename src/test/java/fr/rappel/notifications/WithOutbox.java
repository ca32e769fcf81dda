package fr.rappel.notifications;

import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.Organisation;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An empty outbox on a Tuesday morning, and senders that a test sets off by hand. */
@DatabaseTest
abstract class WithOutbox {

    static final String FROM = "contact@exemple.fr";

    final Person alix = Person.admin("alix");

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows rows;

    @Autowired
    MessageWriter writer;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestData data;

    @Autowired
    TestClock clock;

    @BeforeEach
    void emptyOutbox() {
        data.clear();
        jdbc.sql("delete from mail_template").update();
        jdbc.sql("delete from mail_received").update();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    /** Four connections, half a second for one message. */
    static MailProperties rules() {
        return rules(50);
    }

    static MailProperties rules(int batch) {
        return new MailProperties(
                new EmailAddress(FROM),
                null,
                4,
                batch,
                Duration.ofMillis(1_500),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofDays(3));
    }

    OutboxSender sender(int port, MailProperties rules) {
        return new OutboxSender(claims(rules), writer, letter(rules), new MailServer(smtp(port)), rules, clock);
    }

    OutboxClaims claims(MailProperties rules) {
        return new OutboxClaims(jdbc, rules, clock);
    }

    MimeLetter letter(MailProperties rules) {
        return new MimeLetter(rules, organisation, new CalendarFile(rules, organisation));
    }

    static JavaMailSenderImpl smtp(int port) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        mail.setDefaultEncoding("UTF-8");
        var timeouts = new Properties();
        timeouts.put("mail.smtp.connectiontimeout", "1000");
        timeouts.put("mail.smtp.timeout", "1000");
        timeouts.put("mail.smtp.writetimeout", "1000");
        mail.setJavaMailProperties(timeouts);
        return mail;
    }

    /** One run of the job, to the end of its senders. */
    static void run(OutboxSender sender) {
        sender.sendDue().forEach(CompletableFuture::join);
    }

    /** A message in the outbox about a request of its own; the request's reference. */
    String queue(MessageKind kind, String recipient) {
        String reference = data.request(clock.instant(), Map.of("email", recipient));
        queue(reference, kind, recipient);
        return reference;
    }

    void queue(String reference, MessageKind kind, String recipient) {
        rows.add(new NewMessage(
                reference,
                kind,
                recipient,
                clock.instant(),
                clock.instant().plus(Duration.ofDays(1)),
                null,
                null,
                clock.instant()));
    }

    List<OutboxMessage> messages(String reference) {
        return alix.get(() -> outbox.of(reference));
    }

    OutboxMessage message(String reference) {
        return messages(reference).getLast();
    }

    MessageState state(String reference) {
        return message(reference).state();
    }
}
