package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntakeLimiterTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final IntakeLimiter limiter = new IntakeLimiter(new IntakeProperties(3, Duration.ofSeconds(3)), metrics);

    @Test
    void allowsAsManyAsConfiguredAndCountsTheRest() {
        count("192.0.2.1", 3);
        assertThatThrownBy(() -> limiter.count("192.0.2.1")).isInstanceOf(TooManySubmissions.class);
        assertThatThrownBy(() -> limiter.count("192.0.2.1")).isInstanceOf(TooManySubmissions.class);
        assertThat(metrics.counter("rappel.intake.refused", "reason", "rate").count())
                .isEqualTo(2);
    }

    @Test
    void countsEachAddressByItself() {
        count("192.0.2.1", 3);
        count("192.0.2.2", 3);
    }

    @Test
    void countsTheNetworkOfAnIpv6Subscriber() {
        count("2001:db8:1:2:0:0:0:1", 3);
        assertThatThrownBy(() -> limiter.count("2001:db8:1:2:ffff:0:0:9")).isInstanceOf(TooManySubmissions.class);
        count("2001:db8:1:3:0:0:0:1", 3);
    }

    private void count(String address, int times) {
        for (int i = 0; i < times; i++) {
            limiter.count(address);
        }
    }
}
