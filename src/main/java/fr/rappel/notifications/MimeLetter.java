package fr.rappel.notifications;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.Organisation;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Puts a message into the form of a mail: text and HTML as alternatives, the planned call as a calendar file. Addresses are
 * of the accepted form and written in ASCII, header texts are one clean line, so that nothing typed makes a header. The
 * headers tell other machines not to answer; only what a person wrote does not call itself automatic.
 */
@Component
class MimeLetter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailProperties rules;
    private final Organisation organisation;
    private final CalendarFile calendar;

    MimeLetter(MailProperties rules, Organisation organisation, CalendarFile calendar) {
        this.rules = rules;
        this.organisation = organisation;
        this.calendar = calendar;
    }

    /** Fills the empty mail with a message that has its words. */
    MimeMessage of(QueuedMessage message, MimeMessage mail) throws MessagingException {
        MessageContent words = Objects.requireNonNull(message.content());
        address(mail, message.recipient(), words, message.createdAt());
        mail.setHeader("Message-ID", message.messageId());
        if (message.kind() == MessageKind.ANSWER) {
            mail.removeHeader("Auto-Submitted");
        }
        MimeMultipart alternatives = alternatives(words);
        if (message.kind().isAboutAPlannedCall() && message.until() != null) {
            MimeBodyPart body = new MimeBodyPart();
            body.setContent(alternatives);
            mail.setContent(new MimeMultipart("mixed", body, calendarPart(message)));
        } else {
            mail.setContent(alternatives);
        }
        return mail;
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

    private MimeBodyPart calendarPart(QueuedMessage message) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(calendar.of(message), UTF_8, "calendar");
        part.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=PUBLISH; name=rappel.ics");
        part.setDisposition("attachment; filename=rappel.ics");
        return part;
    }
}
