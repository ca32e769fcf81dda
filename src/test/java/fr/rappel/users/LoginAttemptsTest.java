package fr.rappel.users;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {

    private final TestClock clock = new TestClock();
    private final LoginAttempts attempts = new LoginAttempts(clock);

    @Test
    void locksAnAccountForEverybodyAfterFiftyFailuresFromManyAddresses() {
        for (int i = 0; i < 49; i++) {
            attempts.failed("amelie", "10.0.0." + i);
        }
        assertThat(attempts.locked("amelie", "192.0.2.1")).isFalse();
        attempts.failed("amelie", "10.0.1.1");
        assertThat(attempts.locked("amelie", "192.0.2.1")).isTrue();
        assertThat(attempts.locked("bruno", "192.0.2.1")).isFalse();
        clock.advance(LoginAttempts.LOCK);
        assertThat(attempts.locked("amelie", "192.0.2.1")).isFalse();
    }

    @Test
    void locksAnAddressThatTriesManyAccountsAndLetsThoseWorkWhoAreAtHomeThere() {
        attempts.succeeded("bruno", "10.0.0.1");
        for (int i = 0; i < LoginAttempts.PER_SOURCE - 1; i++) {
            attempts.failed("account" + i, "10.0.0.1");
        }
        assertThat(attempts.locked("amelie", "10.0.0.1")).isFalse();
        attempts.failed("claire", "10.0.0.1");
        assertThat(attempts.locked("amelie", "10.0.0.1")).isTrue();
        assertThat(attempts.locked("bruno", "10.0.0.1")).isFalse();
        assertThat(attempts.locked("amelie", "10.0.0.2")).isFalse();
        clock.advance(LoginAttempts.LOCK);
        assertThat(attempts.locked("amelie", "10.0.0.1")).isFalse();
    }

    @Test
    void lastsThroughTenThousandTriesFromOneAddressAndFromMany() {
        for (int i = 0; i < 10_000; i++) {
            attempts.failed("account" + i, "10.0.0.1");
            attempts.failed("claire", "10." + i % 250 + "." + i / 250 + ".7");
        }
        assertThat(attempts.locked("amelie", "10.0.0.1")).isTrue();
        assertThat(attempts.locked("claire", "192.0.2.1")).isTrue();
        assertThat(attempts.locked("amelie", "192.0.2.1")).isFalse();
    }

    @Test
    void forgetsFailuresThatLieFarApart() {
        for (int i = 0; i < 20; i++) {
            attempts.failed("amelie", "10.0.0.1");
            clock.advance(LoginAttempts.LOCK);
        }
        assertThat(attempts.locked("amelie", "10.0.0.1")).isFalse();
    }

    @Test
    void countsFromTheLastFailure() {
        for (int i = 0; i < LoginAttempts.PER_ADDRESS; i++) {
            clock.advance(Duration.ofMinutes(10));
            attempts.failed("amelie", "10.0.0.1");
        }
        clock.advance(Duration.ofMinutes(14));
        assertThat(attempts.locked("amelie", "10.0.0.1")).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(attempts.locked("amelie", "10.0.0.1")).isFalse();
    }
}
