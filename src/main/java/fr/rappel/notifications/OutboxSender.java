package fr.rappel.notifications;

import fr.rappel.notifications.MailServer.Handover;
import fr.rappel.notifications.OutboxClaims.Claim;
import fr.rappel.shared.Database;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, some messages at once, each on a thread of its own that is cut off after the limit: a server that hangs
 * holds one place and no other message. Between the server's "250" and the note of it lies the one moment in which a killed
 * process sends a message again, under the same {@code Message-ID}.
 */
@Component
class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    private final OutboxClaims claims;
    private final MessageWriter writer;
    private final MimeLetter letter;
    private final MailServer server;
    private final MailProperties rules;
    private final Clock clock;
    private final Semaphore connections;
    private final ServerPause pause;

    OutboxSender(
            OutboxClaims claims,
            MessageWriter writer,
            MimeLetter letter,
            MailServer server,
            MailProperties rules,
            Clock clock) {
        this.claims = claims;
        this.writer = writer;
        this.letter = letter;
        this.server = server;
        this.rules = rules;
        this.clock = clock;
        this.connections = new Semaphore(rules.connections());
        this.pause = new ServerPause(FIRST_PAUSE, rules.longestPause());
    }

    /**
     * Starts as many senders as connections are free and does not wait for them. Together they send a batch at most, so
     * that a server that comes back is not flooded.
     *
     * @return one for each sender, done when it has ended
     */
    List<CompletableFuture<Void>> sendDue() {
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        if (!server.isConfigured() || pause.lastsAt(clock.instant())) {
            return senders;
        }
        try {
            claims.giveUpOnOld();
        } catch (RuntimeException e) {
            report(e);
            return senders;
        }
        AtomicInteger left = new AtomicInteger(rules.batch());
        while (connections.tryAcquire()) {
            var ended = new CompletableFuture<Void>();
            senders.add(ended);
            Thread.ofVirtual().name("outbox").start(() -> {
                try {
                    sendSome(left);
                } catch (RuntimeException e) {
                    report(e);
                } finally {
                    connections.release();
                    ended.complete(null);
                }
            });
        }
        return senders;
    }

    /** Lets what is being sent reach its end, so that an orderly stop sends nothing twice. */
    @PreDestroy
    void stop() throws InterruptedException {
        if (!connections.tryAcquire(rules.connections(), rules.sendLimit().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("A mail was still being sent when the application stopped; it may be sent again");
        }
    }

    private void sendSome(AtomicInteger left) {
        while (left.getAndDecrement() > 0 && !pause.lastsAt(clock.instant())) {
            Optional<Claim> claim = claims.claimNext();
            if (claim.isEmpty()) {
                return;
            }
            send(claim.get());
        }
    }

    private void send(Claim claim) {
        MimeMessage mail = write(claim);
        if (mail != null) {
            note(claim, server.send(mail, rules.sendLimit()));
        }
    }

    /** The message as a mail; null if it cannot be written, which is noted, or is not ours to send any more. */
    private @Nullable MimeMessage write(Claim claim) {
        QueuedMessage message = claim.message();
        try {
            Optional<MessageContent> words =
                    Optional.ofNullable(message.content()).or(() -> writer.write(message));
            if (words.isEmpty()) {
                claims.failed(claim, MessageFault.UNWRITABLE, null);
                return null;
            }
            // A process that was paused meanwhile leaves the message to those who were not.
            boolean timeLeft = clock.instant().plus(rules.sendLimit()).isBefore(claim.until());
            return claims.keepWords(claim, words.get()) && timeLeft
                    ? letter.of(message.saying(words.get()), server.newMessage())
                    : null;
        } catch (MessagingException e) {
            LOG.error("Message {} cannot be put into the form of a mail", message.id(), e);
            claims.failed(claim, MessageFault.NOT_WRITTEN, null);
        } catch (RuntimeException e) {
            if (Database.isAway(e)) {
                throw e;
            }
            LOG.error("Message {} cannot be written now", message.id(), e);
            claims.deferred(claim, MessageFault.NOT_WRITTEN, e.getClass().getSimpleName());
        }
        return null;
    }

    private void note(Claim claim, Handover handover) {
        Instant now = clock.instant();
        if (handover.fault() == MessageFault.SERVER_AWAY) {
            pause.begin(now);
            claims.giveBack(claim, handover.detail());
            LOG.warn("The mail server is not reached; next try at {}", pause.end());
            return;
        }
        pause.over();
        boolean noted = switch (handover.fault()) {
            case null -> claims.sent(claim);
            case REFUSED -> claims.failed(claim, MessageFault.REFUSED, handover.detail());
            default -> claims.deferred(claim, handover.fault(), handover.detail());
        };
        if (!noted) {
            LOG.warn(
                    "Message {} was taken over while it was being sent",
                    claim.message().id());
        }
    }

    private static void report(RuntimeException failure) {
        if (Database.isAway(failure)) {
            LOG.warn("The outbox waits for the database: {}", failure.getClass().getSimpleName());
        } else {
            LOG.error("A sender of the outbox stopped", failure);
        }
    }
}
