package fr.rappel.callback;

import fr.rappel.shared.AddressLimit;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How many requests one network address may send in an hour ({@code rappel.intake.per-address-per-hour}). Refusals are
 * counted in the metric {@code rappel.intake.refused}.
 */
@Component
class IntakeLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeLimiter.class);

    private final AddressLimit limit;
    private final MeterRegistry metrics;

    IntakeLimiter(IntakeProperties properties, MeterRegistry metrics) {
        this.limit = new AddressLimit(properties.perAddressPerHour());
        this.metrics = metrics;
    }

    /**
     * Counts one request of this address.
     *
     * @throws TooManySubmissions if it has sent as many as it may
     */
    void count(String address) {
        limit.count(address).ifPresent(wait -> {
            metrics.counter("rappel.intake.refused", "reason", "rate").increment();
            LOG.warn("A submission was refused: too many from one address");
            throw new TooManySubmissions(wait);
        });
    }
}
