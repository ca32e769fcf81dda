package fr.rappel.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A clock that a test sets and moves; it starts on a Tuesday at 10:00 in Paris, while the line is open. */
public final class TestClock extends Clock {

    /** Tuesday 3 March 2026, 10:00 in Paris. */
    public static final Instant OPEN_TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

    private volatile Instant now = OPEN_TUESDAY;

    public void set(Instant instant) {
        now = instant;
    }

    /** Sets the time the way people say it in France, for instance {@code "2026-03-06T12:15"}. */
    public void setParis(String localDateTime) {
        now = LocalDateTime.parse(localDateTime)
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant();
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Replaces the application's clock, and offers {@link TestData}. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configuration {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        TestData testData(NamedParameterJdbcTemplate jdbc) {
            return new TestData(jdbc);
        }
    }
}
