package fr.rappel.followup;

import fr.rappel.shared.AddressLimit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How often one network address may guess, and send. Refusals are counted in the metric {@code rappel.followup.refused}. */
@Component
class LinkLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(LinkLimiter.class);

    private final AddressLimit wrongLinks;
    private final AddressLimit posts;
    private final MeterRegistry metrics;

    LinkLimiter(FollowUpProperties rules, MeterRegistry metrics) {
        this.wrongLinks = new AddressLimit(rules.wrongLinksPerHour());
        this.posts = new AddressLimit(rules.postsPerHour());
        this.metrics = metrics;
    }

    /**
     * Lets an address try a link.
     *
     * @throws TooManyTries if it has tried too many wrong ones
     */
    void mayTry(String address) {
        wrongLinks.look(address).ifPresent(this::refuse);
    }

    void countWrong(String address) {
        metrics.counter("rappel.followup.refused", "reason", "link").increment();
        wrongLinks.count(address);
    }

    /**
     * Counts a form that was sent.
     *
     * @throws TooManyTries if it is one too many
     */
    void countPost(String address) {
        posts.count(address).ifPresent(this::refuse);
    }

    private void refuse(Duration wait) {
        metrics.counter("rappel.followup.refused", "reason", "rate").increment();
        LOG.warn("A follow-up page was refused: too many tries from one address");
        throw new TooManyTries(wait);
    }
}
