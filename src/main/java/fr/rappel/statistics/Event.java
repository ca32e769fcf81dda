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
 * @param attempt number of the call, or of calls until then; 0 without any
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
        items.put(Dimension.ALL, "");
        items.put(Dimension.TOPIC, request.topic());
        items.put(Dimension.REGION, request.region());
        items.put(Dimension.SECTOR, request.sector());
        items.put(Dimension.SIZE, request.size());
        items.put(Dimension.CHANNEL, request.channel());
        items.put(Dimension.WEEK_HOUR, weekHour(at.atZone(zone)));
        if (agent != null) {
            items.put(Dimension.AGENT, agent);
        }
        if (outcome != null) {
            items.put(Dimension.OUTCOME, outcome.name());
        }
        if (attempt > 0) {
            items.put(Dimension.ATTEMPT, String.valueOf(attempt));
        }
        if (measure == Measure.RATED || measure == Measure.SATISFIED) {
            items.put(Dimension.SCORE, String.valueOf(total));
        }
        return items;
    }

    private static String weekHour(ZonedDateTime at) {
        return Dimension.weekHour(at.getDayOfWeek(), at.getHour());
    }
}
