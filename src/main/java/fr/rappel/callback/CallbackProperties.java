package fr.rappel.callback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules of the line about call-backs.
 *
 * @param commitment open time within which a request is called: the promise
 * @param maxAttempts calls that reach nobody before the request is closed as unreachable
 * @param gapAfterNoAnswer least time before the next call when nobody answered
 * @param gapAfterMessage least time before the next call when a message was left
 * @param gapAfterBusy least time before the next call when the line was busy
 * @param claimLease time after which an untouched claim is released by rule
 */
@ConfigurationProperties("rappel.callback")
record CallbackProperties(
        @DefaultValue("8h") Duration commitment,
        @DefaultValue("4") int maxAttempts,
        @DefaultValue("2h") Duration gapAfterNoAnswer,
        @DefaultValue("4h") Duration gapAfterMessage,
        @DefaultValue("15m") Duration gapAfterBusy,
        @DefaultValue("1h") Duration claimLease) {

    Duration gapAfter(CallOutcome outcome) {
        return switch (outcome) {
            case BUSY -> gapAfterBusy;
            case MESSAGE_LEFT -> gapAfterMessage;
            default -> gapAfterNoAnswer;
        };
    }
}
