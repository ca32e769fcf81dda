package fr.rappel.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How often one network address may do something in an hour. Kept in memory: each node counts for itself. */
public final class AddressLimit {

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    private final Bandwidth limit;

    public AddressLimit(int perHour) {
        this.limit = Bandwidth.builder()
                .capacity(perHour)
                .refillGreedy(perHour, Duration.ofHours(1))
                .build();
    }

    /** Counts one time of this address; the time after which it may try again if it has used up its hour. */
    public Optional<Duration> count(String address) {
        var probe = bucket(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Like {@link #count}, without counting. */
    public Optional<Duration> look(String address) {
        var probe = bucket(address).estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(String address) {
        return buckets.get(
                network(address), key -> Bucket.builder().addLimit(limit).build());
    }

    /** An IPv6 subscriber owns a /64 and could use a new address of it each time. */
    private static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 8 ? address : String.join(":", Arrays.copyOf(groups, 4));
    }
}
