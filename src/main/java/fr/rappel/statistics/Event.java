package fr.rappel.statistics;

import fr.rappel.callback.CallOutcome;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that counts, at the moment it happened.
 *
 * @param agent who did it; null for a visitor
 * @param attempt number of the last call until then, since the reception; 0 before any
 * @param total what the measure adds up, in its unit
 */
public record Event(
        Measure measure,
        Instant at,
        CountedRequest request,
        @Nullable String agent,
        @Nullable CallOutcome outcome,
        int attempt,
        long total) {

    /** The item of each dimension under which it counts. */
    public Map<Dimension, String> items(ZoneId zone) {
        Map<Dimension, String> items = new EnumMap<>(Dimension.class);
        for (Dimension by : Dimension.values()) {
            if (by.sorts(measure)) {
                items.put(by, item(by, zone));
            }
        }
        return items;
    }

    private String item(Dimension by, ZoneId zone) {
        return switch (by) {
            case ALL -> "";
            case TOPIC -> request.topic();
            case REGION -> request.region();
            case SECTOR -> request.sector();
            case SIZE -> request.size();
            case CHANNEL -> request.channel();
            case OUTCOME -> outcome == null ? Dimension.NONE : outcome.name();
            case AGENT -> agent == null ? Dimension.NONE : agent;
            case ATTEMPT -> String.valueOf(attempt);
            case WEEK_HOUR -> weekHour(at.atZone(zone));
            case SCORE -> String.valueOf(total);
        };
    }

    private static String weekHour(ZonedDateTime at) {
        return Dimension.weekHour(at.getDayOfWeek(), at.getHour());
    }
}
