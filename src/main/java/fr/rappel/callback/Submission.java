package fr.rappel.callback;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a request reached us, beside what it says.
 *
 * @param key made with the page or sent by the API client, so that one submission is stored once; null if there is none
 * @param address network address of the sender, for the limit only, never stored
 * @param trapFilled whether a field that people do not see was filled
 * @param fillTime time between opening the form and sending it; null where there is no form
 * @param noticeVersion version of the personal-data notice that was shown; null for the current one
 */
public record Submission(
        Channel channel,
        @Nullable String key,
        String address,
        boolean trapFilled,
        @Nullable Duration fillTime,
        @Nullable String noticeVersion) {

    /** A submission through the API. */
    public static Submission api(@Nullable String key, String address) {
        return new Submission(Channel.API, key, address, false, null, null);
    }
}
