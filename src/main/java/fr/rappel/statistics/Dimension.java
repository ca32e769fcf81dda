package fr.rappel.statistics;

import fr.rappel.callback.FactKind;
import java.time.DayOfWeek;

/**
 * By what events are sorted. Each is counted by itself; no two are combined. What a dimension {@link #sorts} has an item of
 * it each time, if only {@link #NONE}: what was counted of its items adds up to what was counted of all.
 */
public enum Dimension {
    /** Everything; the one item is empty. */
    ALL,
    TOPIC,
    REGION,
    SECTOR,
    SIZE,
    CHANNEL,
    OUTCOME,
    /** Who called, closed or opened again; for what a rule closed, who called last. None if the visitor did it. */
    AGENT,
    /** Number of the call since the reception, as the call sheet says it; of a closing, that of the last call. 0 before any. */
    ATTEMPT,
    /** Weekday and hour of the event, in the zone of the line: "1-09" is Monday from nine to ten. */
    WEEK_HOUR,
    /** What a visitor gave, from 1 to 5. */
    SCORE;

    /** The item of what has none: nobody of the line did it. No user name and no outcome is called so. */
    public static final String NONE = "-";

    /** Whether an item stands for what has none: {@link #NONE}, or no call yet. */
    public boolean isNone(String item) {
        return item.equals(NONE) || this == ATTEMPT && item.equals("0");
    }

    /** Whether whatever a measure counts has an item of it. */
    boolean sorts(Measure measure) {
        FactKind fact = measure.fact();
        return switch (this) {
            case ALL, TOPIC, REGION, SECTOR, SIZE, CHANNEL, WEEK_HOUR -> true;
            case OUTCOME -> fact == FactKind.CALL_ENDED || fact == FactKind.CLOSED || fact == FactKind.RATED;
            case AGENT -> fact != FactKind.RECEIVED;
            case ATTEMPT -> fact != FactKind.RECEIVED && fact != FactKind.REOPENED;
            case SCORE -> fact == FactKind.RATED;
        };
    }

    /** The item of {@link #WEEK_HOUR} for that weekday, from that hour of the day on. */
    public static String weekHour(DayOfWeek day, int hour) {
        return day.getValue() + (hour < 10 ? "-0" : "-") + hour;
    }
}
