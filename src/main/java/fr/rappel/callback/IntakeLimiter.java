package fr.rappel.callback;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How many requests one network address may send in an hour ({@code rappel.intake.per-address-per-hour}). Refusals are
 * counted in the metric {@code rappel.intake.refused}. Kept in memory: each node counts for itself.
 */
@Component
class IntakeLimiter {

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private final Bandwidth limit;
    private final MeterRegistry metrics;

    IntakeLimiter(IntakeProperties properties, MeterRegistry metrics) {
        int perHour = properties.perAddressPerHour();
        this.limit = Bandwidth.builder()
                .capacity(perHour)
                .refillGreedy(perHour, Duration.ofHours(1))
                .build();
        this.metrics = metrics;
    }

    /**
     * Counts one request of this address.
     *
     * @throws TooManySubmissions if it has sent as many as it may
     */
    void count(String address) {
        var probe = buckets.get(
                        network(address),
                        key -> Bucket.builder().addLimit(limit).build())
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            metrics.counter("rappel.intake.refused", "reason", "rate").increment();
            throw new TooManySubmissions(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** An IPv6 subscriber owns a /64 and could use a new address of it each time. */
    static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 8 ? address : String.join(":", java.util.Arrays.copyOf(groups, 4));
    }
}
