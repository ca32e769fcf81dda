package fr.rappel.notifications;

import fr.rappel.shared.Database;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads what is new in the mailbox, if there is one. A mail is marked as read after what it says was stored; one that belongs
 * to nothing, or brings files, is flagged and stays for people. Nothing is deleted.
 */
@Component
class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final FlagTerm UNREAD = new FlagTerm(new Flags(Flags.Flag.SEEN), false);

    private final InboxProperties settings;
    private final ReceivedMails received;

    Inbox(InboxProperties settings, ReceivedMails received) {
        this.settings = settings;
        this.received = received;
    }

    void readNew() {
        if (settings.host() == null) {
            return;
        }
        try (Store store = session().getStore(settings.protocol())) {
            store.connect(settings.host(), settings.port(), settings.username(), settings.password());
            Folder folder = store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            try {
                Message[] unread = folder.search(UNREAD);
                for (Message mail : Stream.of(unread).limit(settings.batch()).toList()) {
                    read((MimeMessage) mail);
                }
            } finally {
                // Closing it without a word would remove what others have marked as deleted.
                folder.close(false);
            }
        } catch (MessagingException | DataAccessException | TransactionException e) {
            LOG.warn("The mailbox waits for the next run: {}", e.getClass().getSimpleName());
        }
    }

    private void read(MimeMessage mail) throws MessagingException {
        boolean done;
        try {
            done = received.take(ReceivedMail.read(mail));
        } catch (IOException | MessagingException e) {
            LOG.warn("A mail in the mailbox cannot be read: {}", e.getClass().getSimpleName());
            done = false;
        } catch (RuntimeException e) {
            if (Database.isAway(e)) {
                throw e;
            }
            LOG.error("A mail in the mailbox cannot be used", e);
            done = false;
        }
        if (!done) {
            mail.setFlag(Flags.Flag.FLAGGED, true);
        }
        mail.setFlag(Flags.Flag.SEEN, true);
    }

    private Session session() {
        var properties = new Properties();
        String millis = String.valueOf(settings.timeout().toMillis());
        for (String name : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail." + settings.protocol() + "." + name, millis);
        }
        // Else the server marks a mail as read when it is fetched, before what it says is stored.
        properties.put("mail." + settings.protocol() + ".peek", "true");
        return Session.getInstance(properties);
    }
}
