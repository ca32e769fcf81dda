package fr.rappel.callback;

import java.time.LocalTime;

/** A day, or the half of it that ends or begins at {@link #MIDDAY}. */
public enum DayPart {
    ALL_DAY,
    MORNING,
    AFTERNOON;

    /** One o'clock, when people in France are at lunch. */
    static final LocalTime MIDDAY = LocalTime.of(13, 0);

    boolean includes(LocalTime time) {
        return this == ALL_DAY || time.isBefore(MIDDAY) == (this == MORNING);
    }
}
