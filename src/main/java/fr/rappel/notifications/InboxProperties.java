package fr.rappel.notifications;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that returned mails and answers come to.
 *
 * @param host IMAP server; null if no mailbox is read
 * @param protocol {@code imaps}, or {@code imap} without encryption
 * @param batch most mails of one run
 * @param timeout longest wait for an answer of the server
 */
@ConfigurationProperties("rappel.mail.inbox")
record InboxProperties(
        @Nullable String host,
        @DefaultValue("993") int port,
        @DefaultValue("imaps") String protocol,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("50") int batch,
        @DefaultValue("20s") Duration timeout) {}
