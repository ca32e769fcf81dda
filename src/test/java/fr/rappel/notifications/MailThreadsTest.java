package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.rappel.callback.CallbackAnswers;
import fr.rappel.callback.CallbackCorrections;
import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.callback.EmailCorrection;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.testing.Person;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail programs show the mails of a request together: ours name what they answer and what they go on from. */
class MailThreadsTest extends WithOutbox {

    private static final String ZOE = "zoe@exemple.fr";
    private static final String HERS = "<CAF+x=1@mail.exemple.fr>";

    private final Person claire = Person.supervisor("claire");

    @Autowired
    private ReceivedMails received;

    @Autowired
    private CallbackAnswers answers;

    @Autowired
    private CallbackFollowUp followUp;

    private GreenMail server;
    private GreenMailUser mailbox;
    private OutboxSender sender;
    private int sentBefore;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        mailbox = server.setUser(FROM, "line", "secret");
        sender = sender(server.getSmtp().getPort(), rules());
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void anAnswerAnswersTheVisitorsMailAndGoesOnFromTheReceipt() throws Exception {
        var reference = queue(MessageKind.ACKNOWLEDGEMENT, ZOE);
        var receipt = nextSent();
        assertThat(receipt.getHeader("In-Reply-To")).isNull();
        assertThat(receipt.getHeader("References")).isNull();
        visitorWrites(HERS, receipt.getMessageID());
        answer(reference);
        var answer = nextSent();
        assertThat(answer.getHeader("In-Reply-To")).containsExactly(HERS);
        assertThat(named(answer)).containsExactly(receipt.getMessageID(), HERS);
    }

    @Test
    void whatNobodyWroteGoesOnFromTheReceiptAndAnswersNothing() throws Exception {
        var reference = queue(MessageKind.ACKNOWLEDGEMENT, ZOE);
        var receipt = nextSent();
        queue(reference, MessageKind.CALL_PLANNED, ZOE);
        var planned = nextSent();
        assertThat(planned.getHeader("In-Reply-To")).isNull();
        assertThat(named(planned)).containsExactly(receipt.getMessageID());
        visitorWrites(HERS, planned.getMessageID());
        queue(reference, MessageKind.NOT_REACHED, ZOE);
        var notReached = nextSent();
        assertThat(notReached.getHeader("In-Reply-To")).isNull();
        assertThat(named(notReached)).containsExactly(receipt.getMessageID(), HERS);
    }

    @Test
    void theLastMailIsTheOneThatIsAnswered() throws Exception {
        var reference = queue(MessageKind.ACKNOWLEDGEMENT, ZOE);
        var receipt = nextSent();
        visitorWrites("<un@exemple.fr>", receipt.getMessageID());
        clock.advance(Duration.ofMinutes(1));
        visitorWrites("<deux@exemple.fr>", receipt.getMessageID());
        answer(reference);
        clock.advance(Duration.ofMinutes(1));
        visitorWrites("<trois@exemple.fr>", receipt.getMessageID());
        assertThat(nextSent().getHeader("In-Reply-To"))
                .as("the third came after the answer was written")
                .containsExactly("<deux@exemple.fr>");
    }

    @Test
    void anotherMailboxIsToldNothingOfTheFirst() throws Exception {
        var reference = queue(MessageKind.ACKNOWLEDGEMENT, "zeo@exemple.fr");
        nextSent();
        followUp.correctEmail(reference, new EmailCorrection(ZOE));
        var receipt = nextSent();
        assertThat(receipt.getHeader("References")).isNull();
        answer(reference);
        assertThat(named(nextSent())).containsExactly(receipt.getMessageID());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sans-chevrons@exemple.fr",
                "<deux> <ids@exemple.fr>",
                "<a@exemple.fr>\r\n Bcc: eve@exemple.fr",
                "<zo\u00e9@exemple.fr>",
                "<a\u2028Bcc:eve@exemple.fr>",
                "<a\u0007@exemple.fr>",
                "<LONG@exemple.fr>",
                "<>"
            })
    void noMessageIdMakesAHeader(String hostile) throws Exception {
        var reference = queue(MessageKind.ACKNOWLEDGEMENT, ZOE);
        var receipt = nextSent();
        visitorWrites(hostile.replace("LONG", "x".repeat(4_000)), receipt.getMessageID());
        assertThat(data.count("callback_fact where kind = 'REPLIED'")).isEqualTo(1);
        answer(reference);
        var answer = nextSent();
        assertThat(answer.getHeader("In-Reply-To")).isNull();
        assertThat(named(answer)).containsExactly(receipt.getMessageID());
        assertThat(answer.getHeader("Bcc")).isNull();
        assertThat(answer.getAllRecipients()).hasSize(1);
    }

    @Test
    void theLongestIdsStandOnLinesThatMailAllows() throws Exception {
        var reference = queue(MessageKind.ACKNOWLEDGEMENT, ZOE);
        var receipt = nextSent();
        String longest = "<" + "x".repeat(268) + "@exemple.fr>";
        visitorWrites(longest, receipt.getMessageID());
        answer(reference);
        var answer = nextSent();
        assertThat(named(answer)).containsExactly(receipt.getMessageID(), longest);
        assertThat(answer.getHeader("References")[0].split("\r\n")).hasSize(2).allMatch(line -> line.length() < 900);
    }

    @Test
    void aReportGoesOnFromNothingAndAsksForNothing() {
        JdbcClient unasked = mock(JdbcClient.class);
        var report = claims(rules()).find(queueReport(ZOE, "claire")).orElseThrow();
        assertThat(new MailThreads(unasked).of(report).all()).isEmpty();
        verifyNoInteractions(unasked);
    }

    private void answer(String reference) {
        claire.does(() -> answers.send(reference, new VisitorAnswer("Votre dossier est complet.", List.of())));
    }

    /** What leaves in the next run, once it is final. */
    private MimeMessage nextSent() {
        clock.advance(CallbackCorrections.UNDO_FOR.plusSeconds(1));
        run(sender);
        List<MimeMessage> left = Stream.of(server.getReceivedMessages())
                .filter(MailThreadsTest::isOurs)
                .skip(sentBefore)
                .toList();
        assertThat(left).hasSize(1);
        sentBefore++;
        return left.getFirst();
    }

    private void visitorWrites(String messageId, String answered) throws Exception {
        String raw = "Message-ID: " + messageId + "\r\nFrom: " + ZOE + "\r\nTo: " + FROM
                + "\r\nSubject: Re: Votre demande\r\nIn-Reply-To: " + answered
                + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nBonjour\r\n";
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
        int port = server.getImap().getPort();
        new Inbox(
                        new InboxProperties(
                                "127.0.0.1", port, "imap", "line", "secret", "INBOX", 50, Duration.ofSeconds(2)),
                        received)
                .readNew();
    }

    private static List<String> named(MimeMessage mail) throws MessagingException {
        return List.of(mail.getHeader("References")[0].split("\\s+"));
    }

    private static boolean isOurs(MimeMessage mail) {
        try {
            return mail.getFrom()[0].toString().contains(FROM);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
