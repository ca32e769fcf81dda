package fr.rappel.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What of a request never changes and events are sorted by.
 *
 * @param waited how long it waited for its first call; null before that
 */
public record CountedRequest(
        long id,
        String reference,
        String siret,
        String topic,
        String region,
        String sector,
        String size,
        String channel,
        @Nullable Wait waited) {

    /**
     * @param openMinutes whole minutes, by the calendar of that time
     * @param inTime whether the line's commitment was kept
     */
    public record Wait(int openMinutes, boolean inTime) {}
}
