package fr.rappel.callback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on what comes in.
 *
 * @param perAddressPerHour requests that one network address may send in an hour
 * @param minimumFillTime a form sent sooner than this after it was opened was not filled by a person
 */
@ConfigurationProperties("rappel.intake")
record IntakeProperties(
        @DefaultValue("20") int perAddressPerHour,
        @DefaultValue("3s") Duration minimumFillTime) {}
