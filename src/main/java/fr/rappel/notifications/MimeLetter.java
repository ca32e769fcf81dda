package fr.rappel.notifications;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.Organisation;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts a message into the form of a mail: text and HTML as alternatives, beside them the file that was kept for it, or the
 * planned call as a calendar file. Addresses are of the accepted form and written in ASCII, header texts are one clean line,
 * so that nothing typed makes a header. The headers tell other machines not to answer; only what a person wrote does not
 * call itself automatic.
 */
@Component
class MimeLetter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailProperties rules;
    private final Organisation organisation;
    private final CalendarFile calendar;
    private final Enclosures enclosures;
    private final MailThreads threads;

    MimeLetter(
            MailProperties rules,
            Organisation organisation,
            CalendarFile calendar,
            Enclosures enclosures,
            MailThreads threads) {
        this.rules = rules;
        this.organisation = organisation;
        this.calendar = calendar;
        this.enclosures = enclosures;
        this.threads = threads;
    }

    /** Fills the empty mail with a message that has its words. */
    MimeMessage of(QueuedMessage message, MimeMessage mail) throws MessagingException {
        MessageContent words = Objects.requireNonNull(message.content());
        address(mail, message.recipient(), words, message.createdAt());
        mail.setHeader("Message-ID", message.messageId());
        join(mail, message, threads.of(message));
        if (message.kind() == MessageKind.ANSWER) {
            mail.removeHeader("Auto-Submitted");
        }
        MimeMultipart alternatives = alternatives(words);
        MimeBodyPart file = file(message);
        if (file == null) {
            mail.setContent(alternatives);
        } else {
            MimeBodyPart body = new MimeBodyPart();
            body.setContent(alternatives);
            mail.setContent(new MimeMultipart("mixed", body, file));
        }
        return mail;
    }

    private @Nullable MimeBodyPart file(QueuedMessage message) throws MessagingException {
        if (message.enclosure() != null) {
            return enclosurePart(enclosures.get(message.enclosure()));
        }
        return message.kind().isAboutACall() && message.until() != null ? calendarPart(message) : null;
    }

    /** What a person wrote answers the visitor's last mail; everything goes on from what came before. */
    private static void join(MimeMessage mail, QueuedMessage message, MailThreads.Before before)
            throws MessagingException {
        if (message.answer() != null && before.latest() != null) {
            mail.setHeader("In-Reply-To", before.latest());
        }
        if (!before.all().isEmpty()) {
            mail.setHeader("References", MimeUtility.fold("References: ".length(), String.join(" ", before.all())));
        }
    }

    /** Fills the empty mail with words for somebody of this installation who tries a template. */
    MimeMessage trial(MessageContent words, EmailAddress to, Instant now, MimeMessage mail) throws MessagingException {
        address(mail, to.value(), words, now);
        mail.setContent(alternatives(words));
        return mail;
    }

    private void address(MimeMessage mail, String to, MessageContent words, Instant date) throws MessagingException {
        EmailAddress from = Objects.requireNonNull(rules.from());
        mail.setFrom(named(from));
        if (rules.replyTo() != null) {
            mail.setReplyTo(new InternetAddress[] {named(rules.replyTo())});
        }
        mail.setRecipient(Message.RecipientType.TO, plain(EmailAddress.parse(to)));
        mail.setSubject(CleanText.clean(words.subject()), UTF_8);
        mail.setSentDate(Date.from(date));
        mail.setHeader("Content-Language", "fr");
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
    }

    private static InternetAddress plain(EmailAddress address) throws MessagingException {
        return new InternetAddress(address.ascii(), true);
    }

    private InternetAddress named(EmailAddress address) throws MessagingException {
        InternetAddress named = plain(address);
        try {
            named.setPersonal(CleanText.clean(organisation.name()), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return named;
    }

    private static MimeMultipart alternatives(MessageContent words) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(words.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(words.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static MimeBodyPart enclosurePart(Enclosure file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
        part.setFileName(file.fileName());
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    private MimeBodyPart calendarPart(QueuedMessage message) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(calendar.of(message), UTF_8, "calendar");
        String method = CalendarFile.method(message.kind());
        part.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=" + method + "; name=rappel.ics");
        part.setDisposition("attachment; filename=rappel.ics");
        return part;
    }
}
