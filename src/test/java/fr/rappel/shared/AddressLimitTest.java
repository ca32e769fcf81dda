package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AddressLimitTest {

    private final AddressLimit limit = new AddressLimit(2);

    @Test
    void saysWhenAnAddressMayTryAgain() {
        assertThat(limit.count("192.0.2.1")).isEmpty();
        assertThat(limit.look("192.0.2.1")).isEmpty();
        assertThat(limit.count("192.0.2.1")).isEmpty();
        assertThat(limit.look("192.0.2.1"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30)));
        assertThat(limit.count("192.0.2.1")).isPresent();
        assertThat(limit.count("192.0.2.2")).isEmpty();
    }

    @Test
    void lookingCountsNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(limit.look("192.0.2.1")).isEmpty();
        }
    }
}
