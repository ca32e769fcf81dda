package fr.rappel.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The mail server of this installation, if there is one ({@code spring.mail.host}), and what its answers mean. */
@Component
class MailServer {

    private final @Nullable JavaMailSender sender;

    @Autowired
    MailServer(JavaMailSender sender, @Value("${spring.mail.host}") String host, MailProperties rules) {
        this(host.isEmpty() ? null : sender);
        if (this.sender != null && rules.from() == null) {
            throw new IllegalStateException(
                    "There is a mail server (spring.mail.host) and no address to send from: set rappel.mail.from");
        }
    }

    MailServer(@Nullable JavaMailSender sender) {
        this.sender = sender;
    }

    boolean isConfigured() {
        return sender != null;
    }

    /** An empty message to be filled and sent. */
    MimeMessage newMessage() {
        return Objects.requireNonNull(sender).createMimeMessage();
    }

    /**
     * Hands a message over; returns what the server made of it.
     *
     * @param limit longest time for it, whatever the server does
     */
    Handover send(MimeMessage message, Duration limit) {
        var sending = new FutureTask<>(() -> send(message));
        Thread.ofVirtual().name("mail").start(sending);
        try {
            return sending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Interrupting a virtual thread closes the socket it waits for.
            sending.cancel(true);
            return new Handover(MessageFault.TOO_SLOW, null);
        } catch (ExecutionException e) {
            return Handover.deferred(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Handover(MessageFault.DEFERRED, null);
        }
    }

    private Handover send(MimeMessage message) {
        try {
            Objects.requireNonNull(sender).send(message);
            return Handover.ACCEPTED;
        } catch (MailAuthenticationException e) {
            return Handover.away(e);
        } catch (MailSendException e) {
            return judged(e);
        }
    }

    private static Handover judged(MailSendException failure) {
        Exception[] ofMessage = failure.getMessageExceptions();
        if (ofMessage.length == 0) {
            // Only the good-bye failed: the message had been taken.
            return Handover.ACCEPTED;
        }
        // The same failure for the whole means that there was no connection to try a message on.
        return ofMessage[0] == failure.getCause() ? Handover.away(ofMessage[0]) : refusal(ofMessage[0]);
    }

    /**
     * @param fault null if the server has taken the message
     * @param detail its answer
     */
    record Handover(@Nullable MessageFault fault, @Nullable String detail) {

        static final Handover ACCEPTED = new Handover(null, null);

        static Handover away(Throwable failure) {
            return new Handover(MessageFault.SERVER_AWAY, failure.getMessage());
        }

        static Handover deferred(Throwable failure) {
            return new Handover(MessageFault.DEFERRED, failure.getMessage());
        }
    }

    /** Only a 5xx about the recipient or the contents is for good; about the sender or the server it is ours to mend. */
    private static Handover refusal(Exception failure) {
        Throwable deepest = failure;
        for (Throwable at = failure; at != null; at = next(at)) {
            deepest = at;
            if (isForGood(at)) {
                return new Handover(MessageFault.REFUSED, at.getMessage());
            }
        }
        return Handover.deferred(deepest);
    }

    private static boolean isForGood(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> isPermanent(address.getReturnCode());
            case SMTPSendFailedException send ->
                isPermanent(send.getReturnCode())
                        && send.getCommand() != null
                        && !send.getCommand().regionMatches(true, 0, "MAIL", 0, 4)
                        && !send.getCommand().regionMatches(true, 0, "RCPT", 0, 4);
            default -> false;
        };
    }

    private static boolean isPermanent(int code) {
        return code >= 500 && code < 600;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException nested ? nested.getNextException() : failure.getCause();
    }
}
