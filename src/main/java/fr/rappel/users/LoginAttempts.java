package fr.rappel.users;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Counts refused log-ins. Five in a row for one account from one address lock that pair for fifteen minutes; fifty from
 * anywhere lock the account; a hundred from one address, whatever the accounts, lock the address for accounts that have
 * not signed in from there lately. The pair comes first so that a stranger cannot lock an agent out of her own desk by
 * guessing; the account's limit stops guessing from many addresses, the address's one password tried on many accounts,
 * and colleagues who share that address stay at work. Kept in memory: a restart forgives.
 */
@Component
class LoginAttempts {

    static final int PER_ADDRESS = 5;
    static final int PER_ACCOUNT = 50;
    static final int PER_SOURCE = 100;
    static final Duration LOCK = Duration.ofMinutes(15);

    private final Cache<String, Failures> failures =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(LOCK).build();

    private final Cache<String, Boolean> atHome = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofDays(7))
            .build();

    private final Clock clock;

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    boolean locked(String username, String address) {
        String pair = pair(username, address);
        return reached(pair, PER_ADDRESS)
                || reached(username, PER_ACCOUNT)
                || (reached(source(address), PER_SOURCE) && atHome.getIfPresent(pair) == null);
    }

    void failed(String username, String address) {
        count(pair(username, address));
        count(username);
        count(source(address));
    }

    void succeeded(String username, String address) {
        String pair = pair(username, address);
        failures.invalidate(pair);
        atHome.put(pair, true);
    }

    private boolean reached(String key, int limit) {
        Failures known = failures.getIfPresent(key);
        return known != null && known.count >= limit && known.last.plus(LOCK).isAfter(clock.instant());
    }

    private void count(String key) {
        Instant now = clock.instant();
        failures.asMap()
                .compute(
                        key,
                        (k, known) -> known == null || !known.last.plus(LOCK).isAfter(now)
                                ? new Failures(1, now)
                                : new Failures(known.count + 1, now));
    }

    /** No user name holds a line break, so a pair is never mistaken for an account. */
    private static String pair(String username, String address) {
        return username + "\n" + address;
    }

    private static String source(String address) {
        return "\n\n" + address;
    }

    private record Failures(int count, Instant last) {}
}
