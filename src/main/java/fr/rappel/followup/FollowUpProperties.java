package fr.rappel.followup;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The follow-up page.
 *
 * @param afterClosing how long a link works once its request is closed
 * @param longest how long a link works at most, from the request's reception
 * @param wrongLinksPerHour links that lead nowhere which one network address may try in an hour
 * @param postsPerHour forms that one network address may send in an hour
 * @param clamd the virus scanner, used once a host is named
 */
@ConfigurationProperties("rappel.followup")
record FollowUpProperties(
        @DefaultValue("60d") Duration afterClosing,
        @DefaultValue("365d") Duration longest,
        @DefaultValue("20") int wrongLinksPerHour,
        @DefaultValue("60") int postsPerHour,
        @DefaultValue Clamd clamd) {

    /**
     * @param timeout longest wait for a connection or an answer
     */
    record Clamd(
            @Nullable String host,
            @DefaultValue("3310") int port,
            @DefaultValue("30s") Duration timeout) {}
}
