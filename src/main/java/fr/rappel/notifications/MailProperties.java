package fr.rappel.notifications;

import fr.rappel.shared.EmailAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent; the server itself is {@code spring.mail.*}.
 *
 * @param from address that messages come from; needed with a server
 * @param replyTo address that answers go to, if it is another one
 * @param connections messages sent at once
 * @param batch most messages that one run of the job sends
 * @param sendLimit longest time for one message, whatever the server does
 * @param lease time after which the message of a killed process is taken over; well above {@code sendLimit}, because the
 *     clocks of two nodes differ
 * @param firstGap time to the second try; it doubles with each further one
 * @param longestGap where it stops growing
 * @param longestPause longest time without a try while the server is away
 * @param giveUpAfter time after which a message has failed
 */
@ConfigurationProperties("rappel.mail")
record MailProperties(
        @Nullable EmailAddress from,
        @Nullable EmailAddress replyTo,
        @DefaultValue("4") int connections,
        @DefaultValue("50") int batch,
        @DefaultValue("1m") Duration sendLimit,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("1m") Duration firstGap,
        @DefaultValue("1h") Duration longestGap,
        @DefaultValue("5m") Duration longestPause,
        @DefaultValue("3d") Duration giveUpAfter) {

    MailProperties {
        if (lease.compareTo(sendLimit) <= 0) {
            throw new IllegalArgumentException("rappel.mail.lease must be longer than rappel.mail.send-limit");
        }
    }

    /** Time from the given try, counted from one, to the next. */
    Duration gapAfter(int attempt) {
        int doublings = Math.clamp(attempt - 1L, 0, 20);
        Duration gap = firstGap.multipliedBy(1L << doublings);
        return gap.compareTo(longestGap) < 0 ? gap : longestGap;
    }
}
