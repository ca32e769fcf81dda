package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** What the mailbox brings back: returned mails, automatic answers, answers of people. */
class InboxTest extends WithOutbox {

    @Autowired
    private ReceivedMails received;

    private GreenMail server;
    private GreenMailUser mailbox;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        mailbox = server.setUser(FROM, "line", "secret");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void aReturnedMailMarksItsMessageAndItsAddress() throws Exception {
        var reference = sent("zoe@exemple.fr");
        deliver(bounce("failed", messageId(reference)));
        inbox().readNew();
        assertThat(message(reference).state()).isEqualTo(MessageState.RETURNED);
        assertThat(message(reference).fault()).isEqualTo(MessageFault.BOUNCED);
        assertThat(message(reference).faultDetail()).contains("550 5.1.1");
        assertThat(alix.get(() -> outbox.isFailing("zoe@exemple.fr"))).isTrue();
        assertThat(flags(Flags.Flag.FLAGGED)).isZero();
    }

    @Test
    void aReturnedReportIsMarkedAndAnAnswerToItIsLeftToPeople() throws Exception {
        long report = queueReport("zoe@exemple.fr", "Claire");
        claims(rules()).sent(claims(rules()).claimNext().orElseThrow());
        String messageId = jdbc.sql("select message_id from mail_message where id = :id")
                .param("id", report)
                .query(String.class)
                .single();
        deliver(letter("zoe@exemple.fr", "Re: Rapport", "In-Reply-To: " + messageId, "Merci !"));
        inbox().readNew();
        assertThat(flags(Flags.Flag.FLAGGED)).isEqualTo(1);
        assertThat(data.count("callback_fact")).isZero();
        deliver(bounce("failed", messageId));
        inbox().readNew();
        assertThat(reports.find(List.of(report)).get(report).state()).isEqualTo(MessageState.RETURNED);
        assertThat(alix.get(() -> outbox.isFailing("zoe@exemple.fr"))).isTrue();
    }

    @Test
    void aDelayIsNoReturn() throws Exception {
        var reference = sent("zoe@exemple.fr");
        deliver(bounce("delayed", messageId(reference)));
        inbox().readNew();
        assertThat(state(reference)).isEqualTo(MessageState.SENT);
    }

    @Test
    void anAnswerStandsOnTheTimelineAndOpensAClosedRequest() throws Exception {
        var reference = sent("zoe@exemple.fr");
        jdbc.sql("update callback_request set status = 'CLOSED', outcome = 'RESOLVED', closed_at = received_at")
                .update();
        clock.advance(Duration.ofHours(1));
        deliver(letter("zoe@exemple.fr", "Re: Votre demande", "In-Reply-To: " + messageId(reference), """
                Bonjour, cela ne marche toujours pas.

                Le mar. 3 mars 2026 à 10:00, AKTO <contact@exemple.fr> a écrit :
                > Votre demande est close."""));
        inbox().readNew();
        inbox().readNew();
        assertThat(data.column(reference, "status")).isEqualTo("WAITING");
        assertThat(jdbc.sql("select note from callback_fact where kind = 'REPLIED'")
                        .query(String.class)
                        .list())
                .containsExactly("Bonjour, cela ne marche toujours pas.");
        assertThat(data.count("callback_fact where kind = 'REOPENED'")).isEqualTo(1);
    }

    @Test
    void anAnswerWakesAPlannedRequestAndLeavesATakenOneToItsHolder() throws Exception {
        var planned = sent("zoe@exemple.fr");
        jdbc.sql("update callback_request set available_at = :later")
                .param("later", OutboxRows.utc(clock.instant().plus(Duration.ofDays(5))))
                .update();
        var taken = data.request(
                clock.instant(),
                Map.of(
                        "status",
                        "TAKEN",
                        "taken_by",
                        "amelie",
                        "taken_at",
                        clock.instant(),
                        "email",
                        "bruno@exemple.fr"));
        deliver(letter("zoe@exemple.fr", "Re", "References: <x@y> " + messageId(planned), "Plutôt demain"));
        deliver(letter(
                "Bruno@exemple.fr",
                "Ma demande " + taken.substring(0, 4) + " " + taken.substring(4),
                "X-A: b",
                "Merci"));
        inbox().readNew();
        assertThat(OutboxRows.utc(clock.instant()).toInstant())
                .isEqualTo(((java.time.OffsetDateTime) instant(planned)).toInstant());
        assertThat(data.column(taken, "status")).isEqualTo("TAKEN");
        assertThat(data.count("callback_fact where kind = 'REPLIED'")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Voici.", ""})
    void filesAreNamedAndLeftToPeople(String text) throws Exception {
        var reference = sent("zoe@exemple.fr");
        deliver(letter("zoe@exemple.fr", "Re", "In-Reply-To: " + messageId(reference), "x")
                .replaceFirst("(?s)Content-Type.*", """
                        Content-Type: multipart/mixed; boundary=m

                        --m
                        Content-Type: text/plain

                        %s
                        --m
                        Content-Type: application/pdf
                        Content-Disposition: attachment; filename="contrat.pdf"

                        x
                        --m
                        Content-Type: image/jpeg
                        Content-Disposition: attachment

                        x
                        --m--
                        """.formatted(text).replace("\n", "\r\n")));
        inbox().readNew();
        assertThat(jdbc.sql("select note from callback_fact where kind = 'REPLIED'")
                        .query(String.class)
                        .single())
                .isEqualTo(
                        (text + "\n\n2 pièces jointes, à lire dans la boîte de réception\u00A0: contrat.pdf, sans nom")
                                .strip());
        assertThat(flags(Flags.Flag.FLAGGED)).isEqualTo(1);
        assertThat(flags(Flags.Flag.SEEN)).isEqualTo(1);
        assertThat(data.count("mail_received")).isEqualTo(1);
    }

    @Test
    void aMailReturnedInWordsMarksItsMessageAndAnotherIsLeftToPeople() throws Exception {
        var reference = sent("zoe@exemple.fr");
        deliver(letter(
                "MAILER-DAEMON@exemple.fr",
                "Undelivered",
                "Return-Path: <>",
                "<zoe@exemple.fr>: 550 5.1.1 no such mailbox\n\nMessage-ID: " + messageId(reference)));
        deliver(letter(
                "MAILER-DAEMON@exemple.fr", "Undelivered", "X-A: b", "550 no\n\nMessage-ID: <autre@exemple.fr>"));
        inbox().readNew();
        assertThat(message(reference).fault()).isEqualTo(MessageFault.BOUNCED);
        assertThat(message(reference).faultDetail()).contains("550 5.1.1 no such mailbox");
        assertThat(flags(Flags.Flag.FLAGGED)).isEqualTo(1);
    }

    @Test
    void aReferenceAloneProvesNothing() throws Exception {
        var reference = sent("zoe@exemple.fr");
        deliver(letter("autre@exemple.fr", "Demande " + reference, "X-A: b", "Dites-moi tout"));
        inbox().readNew();
        assertThat(data.count("callback_fact")).isZero();
        assertThat(flags(Flags.Flag.FLAGGED)).as("left to people").isEqualTo(1);
        assertThat(flags(Flags.Flag.SEEN)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Precedence: bulk",
                "X-Autoreply: yes",
                "List-Id: <liste.exemple.fr>",
                "Return-Path: <>"
            })
    void machinesAreNotListenedTo(String header) throws Exception {
        var reference = sent("zoe@exemple.fr");
        deliver(letter(
                "zoe@exemple.fr", "Absence", "In-Reply-To: " + messageId(reference) + "\r\n" + header, "Je reviens"));
        inbox().readNew();
        assertThat(data.count("callback_fact")).isZero();
        assertThat(flags(Flags.Flag.SEEN)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "From: \r\nSubject: =?x?q?=\r\n\r\n",
                "Content-Type: multipart/report; boundary=\r\n\r\n--\r\n",
                "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a",
                "Content-Type: text/plain; charset=none\r\nFrom: a@b@c\r\n\r\nx",
                "In-Reply-To: <%s>\r\nFrom: x@exemple.fr\r\n\r\nx"
            })
    void noMailStopsTheNextOne(String raw) throws Exception {
        var reference = sent("zoe@exemple.fr");
        deliver(raw);
        deliver(letter("zoe@exemple.fr", "Re", "In-Reply-To: " + messageId(reference), "Bonjour"));
        inbox().readNew();
        assertThat(data.count("callback_fact where kind = 'REPLIED'")).isEqualTo(1);
    }

    @Test
    void aMailThatCannotBeStoredIsReadAgain() throws Exception {
        var reference = sent("zoe@exemple.fr");
        deliver(letter("zoe@exemple.fr", "Re", "In-Reply-To: " + messageId(reference), "Bonjour"));
        ReceivedMails awayOnce = mock();
        when(awayOnce.take(any()))
                .thenThrow(new DataAccessResourceFailureException("away"))
                .thenAnswer(call -> received.take(call.getArgument(0)));
        var inbox = new Inbox(settings(server.getImap().getPort()), awayOnce);
        inbox.readNew();
        assertThat(flags(Flags.Flag.SEEN)).as("left for the next run").isZero();
        inbox.readNew();
        assertThat(data.count("callback_fact where kind = 'REPLIED'")).isEqualTo(1);
        assertThat(flags(Flags.Flag.SEEN)).isEqualTo(1);
    }

    @Test
    void whatBelongsToNothingIsFlaggedWheneverItIsRead() throws Exception {
        deliver(letter("autre@exemple.fr", "Bonjour", "X-A: b", "Dites-moi tout"));
        var readBefore = new AtomicReference<ReceivedMail>();
        ReceivedMails cutOff = mock();
        when(cutOff.take(any())).thenAnswer(call -> {
            readBefore.set(call.getArgument(0));
            received.take(readBefore.get());
            throw new DataAccessResourceFailureException("the connection broke before the mail was flagged");
        });
        new Inbox(settings(server.getImap().getPort()), cutOff).readNew();
        assertThat(readBefore.get()).isNotNull();
        inbox().readNew();
        assertThat(flags(Flags.Flag.FLAGGED)).isEqualTo(1);
        assertThat(data.count("mail_received")).isZero();
    }

    @Test
    void removesNothing() throws Exception {
        deliver(letter("autre@exemple.fr", "Bonjour", "X-A: b", "Dites-moi tout"));
        mark(Flags.Flag.DELETED);
        inbox().readNew();
        assertThat(flags(Flags.Flag.DELETED)).isEqualTo(1);
    }

    @Test
    void aServerThatIsAwayIsLeftForTheNextRun() {
        int port = server.getImap().getPort();
        server.stop();
        new Inbox(settings(port), received).readNew();
        assertThat(data.count("mail_received")).isZero();
        server.start();
    }

    private String sent(String recipient) {
        var reference = queue(MessageKind.CLOSED, recipient);
        var claims = claims(rules());
        claims.sent(claims.claimNext().orElseThrow());
        return reference;
    }

    private String messageId(String reference) {
        return jdbc.sql("select message_id from mail_message where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    private Object instant(String reference) {
        return jdbc.sql("select available_at from callback_request where reference = :reference")
                .param("reference", reference)
                .query(java.time.OffsetDateTime.class)
                .single();
    }

    private Inbox inbox() {
        return new Inbox(settings(server.getImap().getPort()), received);
    }

    private static InboxProperties settings(int port) {
        return new InboxProperties("127.0.0.1", port, "imap", "line", "secret", "INBOX", 50, Duration.ofSeconds(2));
    }

    private void deliver(String raw) throws Exception {
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private void mark(Flags.Flag flag) throws Exception {
        try (var store = store()) {
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_WRITE);
            folder.getMessage(1).setFlag(flag, true);
            folder.close(false);
        }
    }

    private Store store() throws Exception {
        var store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.getImap().getPort(), "line", "secret");
        return store;
    }

    private int flags(Flags.Flag flag) throws Exception {
        try (var store = store()) {
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                int count = 0;
                for (Message mail : List.of(folder.getMessages())) {
                    count += mail.isSet(flag) ? 1 : 0;
                }
                return count;
            }
        }
    }

    private static String letter(String from, String subject, String header, String text) {
        return "Message-ID: <" + java.util.UUID.randomUUID() + "@exemple.fr>\r\nFrom: " + from + "\r\nTo: " + FROM
                + "\r\nSubject: " + subject + "\r\n" + header
                + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\n" + text.replace("\n", "\r\n") + "\r\n";
    }

    private static String bounce(String action, String messageId) {
        return """
                Message-ID: <bounce@exemple.fr>
                From: MAILER-DAEMON@exemple.fr
                To: contact@exemple.fr
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; exemple.fr

                Final-Recipient: rfc822; zoe@exemple.fr
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such mailbox
                --b
                Content-Type: text/rfc822-headers

                From: contact@exemple.fr
                Message-ID: %s
                Subject: Votre demande
                --b--
                """.formatted(action, messageId).replace("\n", "\r\n");
    }
}
