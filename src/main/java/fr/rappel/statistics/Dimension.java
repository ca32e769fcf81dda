package fr.rappel.statistics;

import java.time.DayOfWeek;

/** By what events are sorted. Each is counted by itself; no two are combined. */
public enum Dimension {
    /** Everything; the one item is empty. */
    ALL,
    TOPIC,
    REGION,
    SECTOR,
    SIZE,
    CHANNEL,
    OUTCOME,
    /** Who called or closed; for what a rule closed, who called last. */
    AGENT,
    /** Number of the call, or of calls until the closing. */
    ATTEMPT,
    /** Weekday and hour of the event, in the zone of the line: "1-09" is Monday from nine to ten. */
    WEEK_HOUR,
    /** What a visitor gave, from 1 to 5. */
    SCORE;

    /** The item of {@link #WEEK_HOUR} for that weekday, from that hour of the day on. */
    public static String weekHour(DayOfWeek day, int hour) {
        return day.getValue() + (hour < 10 ? "-0" : "-") + hour;
    }
}
