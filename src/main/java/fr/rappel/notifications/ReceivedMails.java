package fr.rappel.notifications;

import static fr.rappel.notifications.OutboxRows.utc;

import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.callback.Visitors;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.Sha256;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What mails that come in mean for requests; each counts once, whoever reads it how often. */
@Component
class ReceivedMails {

    private static final Pattern REFERENCE = Pattern.compile("\\b([2-9AC-Y]{4})[\\s\\u00A0-]?([2-9AC-Y]{4})\\b");
    private static final int LONGEST_REPLY = 4_000;
    private static final int MOST_NAMES = 10;

    private final JdbcClient jdbc;
    private final Visitors visitors;
    private final CallbackFollowUp requests;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    ReceivedMails(
            JdbcClient jdbc,
            Visitors visitors,
            CallbackFollowUp requests,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.visitors = visitors;
        this.requests = requests;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Stores what a mail says; false if people should look at it: it belongs to nothing we know, or brings what is not stored.
     * What belongs to nothing is not remembered: until it is flagged, every reading says so again.
     */
    @Transactional
    boolean take(ReceivedMail mail) {
        if (!isNew(mail)) {
            return !mail.needsPeople();
        }
        boolean belongs = switch (mail.nature()) {
            case AUTOMATIC -> true;
            case RETURNED ->
                mail.mentioned().stream()
                                .mapToInt(id -> returned(id, mail.text()))
                                .sum()
                        > 0;
            case LETTER -> {
                Optional<String> request = requestOf(mail);
                request.ifPresent(reference -> {
                    requests.reply(reference, note(mail));
                    keepAnswerable(mail, reference);
                });
                yield request.isPresent();
            }
        };
        if (!belongs) {
            forget(mail);
        }
        return belongs && !mail.needsPeople();
    }

    /** What the timeline tells of a letter: its text, and what is to be looked for in the mailbox. */
    private String note(ReceivedMail mail) {
        if (!mail.needsPeople()) {
            return shortened(mail.text(), LONGEST_REPLY);
        }
        String rest = mail.files().isEmpty()
                ? words("notifications.ReceivedMails.noText")
                : words("notifications.ReceivedMails.files", mail.files().size(), names(mail.files()));
        return (shortened(mail.text(), LONGEST_REPLY - CleanText.length(rest) - 2) + "\n\n" + rest).strip();
    }

    private String names(List<String> files) {
        return Stream.concat(
                        files.stream()
                                .limit(MOST_NAMES)
                                .map(name -> name.isEmpty() ? words("notifications.ReceivedMails.noName") : name),
                        Stream.of("…").limit(files.size() > MOST_NAMES ? 1 : 0))
                .collect(Collectors.joining(", "));
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }

    /** Remembers the mail; a second reading, by another node or after a crash, finds it remembered. */
    private boolean isNew(ReceivedMail mail) {
        return jdbc.sql("""
                                insert into mail_received (mail_hash, nature, received_at) values (:hash, :nature, :now)
                                on conflict do nothing""")
                        .param("hash", Sha256.hex(mail.id()))
                        .param("nature", mail.nature().name())
                        .param("now", utc(clock.instant()))
                        .update()
                == 1;
    }

    /** An answer names the mail that it answers, so that mail programs show them together. */
    private void keepAnswerable(ReceivedMail mail, String reference) {
        jdbc.sql("update mail_received set reference = :reference, message_id = :id where mail_hash = :hash")
                .param("reference", reference)
                .param("id", mail.citableId())
                .param("hash", Sha256.hex(mail.id()))
                .update();
    }

    private void forget(ReceivedMail mail) {
        jdbc.sql("delete from mail_received where mail_hash = :hash")
                .param("hash", Sha256.hex(mail.id()))
                .update();
    }

    private int returned(String messageId, String why) {
        int returned = jdbc.sql("""
                        update mail_message
                           set state = 'RETURNED', fault = 'BOUNCED', fault_detail = :why, claim = null,
                               claimed_until = null, sent_at = coalesce(sent_at, :now)
                         where message_id = :id and state in ('SENT', 'WAITING')""")
                .param("id", messageId)
                .param("why", why.isEmpty() ? null : why.substring(0, Math.min(why.length(), 400)))
                .param("now", utc(clock.instant()))
                .update();
        if (returned > 0) {
            events.publishEvent(new MessageChanged(requestOf(List.of(messageId)).orElse(null)));
        }
        return returned;
    }

    /**
     * The request a letter is about: the one of the message it answers, whose identifier nobody can guess; else the one
     * named in its subject, if it comes from that request's address.
     */
    private Optional<String> requestOf(ReceivedMail mail) {
        return requestOf(mail.mentioned())
                .filter(reference -> visitors.of(reference).isPresent())
                .or(() -> REFERENCE
                        .matcher(mail.subject().toUpperCase(Locale.ROOT))
                        .results()
                        .map(found -> found.group(1) + found.group(2))
                        .filter(reference -> comesFromVisitorOf(reference, mail.sender()))
                        .findFirst());
    }

    private Optional<String> requestOf(List<String> messageIds) {
        return messageIds.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                        select reference from mail_message
                         where message_id in (:ids) and reference is not null order by id desc limit 1""").param("ids", messageIds).query(String.class).optional();
    }

    private boolean comesFromVisitorOf(String reference, String sender) {
        return visitors.of(reference)
                .filter(visitor -> NewMessage.mailbox(visitor.email()).equals(NewMessage.mailbox(sender)))
                .isPresent();
    }

    private static String shortened(String text, int longest) {
        return CleanText.length(text) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
