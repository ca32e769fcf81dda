package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.shared.SpokenReference;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at a real mail server. */
class SentMailTest extends WithOutbox {

    private GreenMail server;

    @BeforeEach
    void startServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void isTextAndHtmlFromTheLineForMachinesToLeaveAlone() throws Exception {
        var reference = queue(MessageKind.ACKNOWLEDGEMENT, "a@exemple.fr");
        MimeMessage mail = sent();
        assertThat(mail.getFrom()[0].toString()).isEqualTo("AKTO <" + FROM + ">");
        assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(1);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(clock.instant());
        assertThat(mail.getMessageID())
                .isEqualTo(jdbc.sql("select message_id from mail_message")
                        .query(String.class)
                        .single())
                .matches("<[0-9a-f-]{36}@.+>");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html; charset=UTF-8");
        assertThat(text(parts.getBodyPart(0)))
                .contains(SpokenReference.of(reference), "Du lundi au jeudi", "Prochaine ouverture")
                .doesNotContain("Étienne", "Je voudrais parler de mon dossier");
        assertThat(text(parts.getBodyPart(1))).contains("<html lang=\"fr\">").doesNotContain("<img", "Étienne");
    }

    @Test
    void isNotAutomaticIfAPersonWroteIt() throws Exception {
        queue(MessageKind.ANSWER, "a@exemple.fr");
        MimeMessage mail = sent();
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
    }

    @Test
    void bringsAPlannedCallAsACalendarFile() throws Exception {
        var reference = queue(MessageKind.CALL_PLANNED, "a@exemple.fr");
        Multipart parts = (Multipart) sent().getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        BodyPart file = parts.getBodyPart(1);
        assertThat(file.getContentType()).startsWith("text/calendar").contains("method=PUBLISH");
        assertThat(file.getFileName()).isEqualTo("rappel.ics");
        assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("DTSTART:20260304T090000Z\r\n", "UID:rappel-" + reference + "@");
    }

    @Test
    void takesAPlannedCallOutOfTheCalendar() throws Exception {
        var reference = queue(MessageKind.CALL_PLANNED, "a@exemple.fr");
        queue(reference, MessageKind.CLOSED, "a@exemple.fr");
        run(sender(server.getSmtp().getPort(), rules()));
        var closing = (Multipart) server.getReceivedMessages()[1].getContent();
        BodyPart file = closing.getBodyPart(1);
        assertThat(file.getContentType()).startsWith("text/calendar").contains("method=CANCEL");
        assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("METHOD:CANCEL\r\n", "DTSTART:20260304T090000Z\r\n", "UID:rappel-" + reference + "@");
    }

    @Test
    void tellsWhatWasAnsweredWithItsQuestions() throws Exception {
        var reference = data.request(clock.instant(), Map.of());
        rows.add(new NewMessage(
                reference,
                MessageKind.CLOSED,
                "a@exemple.fr",
                clock.instant(),
                null,
                CallOutcome.RESOLVED,
                new VisitorAnswer("Le règlement part demain.\nÀ bientôt <ici>", List.of("transmettre-un-rib")),
                clock.instant()));
        Multipart parts = (Multipart) sent().getContent();
        assertThat(text(parts.getBodyPart(0)))
                .contains("Le règlement part demain.\nÀ bientôt <ici>", "http://localhost:8080/faq/transmettre-un-rib")
                .doesNotContain("\n\n\n");
        assertThat(text(parts.getBodyPart(1)))
                .contains("À bientôt &lt;ici&gt;", "href=\"http://localhost:8080/faq/transmettre-un-rib\"");
    }

    @Test
    void carriesLongLinesAndSingleDots() throws Exception {
        String answer = ".\n..\n" + "é".repeat(3_900) + "\n.";
        var reference = data.request(clock.instant(), Map.of());
        rows.add(new NewMessage(
                reference,
                MessageKind.CLOSED,
                "a@exemple.fr",
                clock.instant(),
                null,
                CallOutcome.RESOLVED,
                new VisitorAnswer(answer, List.of()),
                clock.instant()));
        MimeMessage mail = sent();
        assertThat(text(((Multipart) mail.getContent()).getBodyPart(0))).contains("\n" + answer + "\n");
        assertThat(raw(mail).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(999));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoé\r\nBcc: x@exemple.fr",
                "Zoé\nBcc: x@exemple.fr\n\n<p>",
                "Zoé\u2028Bcc: x@exemple.fr",
                "Zoé\u0085Bcc: x@exemple.fr",
                "Zoé\u000bBcc: x@exemple.fr",
                "=?utf-8?q?=0D=0ABcc:_x@exemple.fr?="
            })
    void letsNoNameMakeAHeader(String name) throws Exception {
        var words = new MessageContent("Pour " + name, "Bonjour " + name, "<p>x</p>");
        var mail = letter(rules())
                .trial(
                        words,
                        new fr.rappel.shared.EmailAddress("a@exemple.fr"),
                        clock.instant(),
                        new MailServer(smtp(1)).newMessage());
        mail.saveChanges();
        String[] headers = raw(mail).split("\r\n\r\n", 2)[0].split("\r\n");
        assertThat(headers).noneMatch(header -> header.startsWith("Bcc"));
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    private MimeMessage sent() {
        run(sender(server.getSmtp().getPort(), rules()));
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String text(BodyPart part) throws Exception {
        return ((String) part.getContent()).replace("\r\n", "\n");
    }

    private static String raw(MimeMessage mail) throws Exception {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        assertThat(Collections.list(mail.getAllHeaderLines())).isNotEmpty();
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
