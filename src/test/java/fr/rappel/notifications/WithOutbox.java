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
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty outbox on a Tuesday morning, and senders that a test sets off by hand. */
@DatabaseTest
abstract class WithOutbox {

    static final String FROM = "contact@exemple.fr";

    /** References of the messages whose changes were told by senders and claims of this test. */
    final List<String> told = new CopyOnWriteArrayList<>();

    final Person alix = Person.admin("alix");

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows rows;

    @Autowired
    ReportMails reports;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MessageWriter writer;

    @Autowired
    Enclosures enclosures;

    @Autowired
    MailThreads threads;

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
        told.clear();
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
        return new OutboxClaims(jdbc, rules, event -> told.add(((MessageChanged) event).reference()), clock);
    }

    MimeLetter letter(MailProperties rules) {
        return new MimeLetter(rules, organisation, new CalendarFile(rules, organisation), enclosures, threads);
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

    /** A report in the outbox, with a file; its number. */
    long queueReport(String recipient, String addedBy) {
        var mail = new ReportMail(
                recipient,
                clock.instant(),
                "Rapport hebdomadaire",
                "du 23 février au 1er mars 2026",
                "du 16 au 22 février 2026",
                List.of(new ReportMail.Line("Demandes reçues", "12", "10 (+20 %)")),
                organisation.address("/console/statistiques?du=2026-02-23&au=2026-03-01"),
                addedBy,
                "3 février 2026");
        var file = new Enclosure("rapport.pdf", "application/pdf", new byte[] {37, 80, 68, 70, 0, -1});
        return Objects.requireNonNull(transaction.execute(status -> reports.queue(file, List.of(mail))))
                .getFirst();
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
