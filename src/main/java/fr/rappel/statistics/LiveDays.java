package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What happened on the days that are not counted yet. Reading all of a full day is too much for each of those who
 * look: it is done once for everybody, one at a time, and kept for some seconds. Whoever asks holds no connection, or those
 * who wait would keep them from the agents.
 */
@Component
class LiveDays {

    private final EventReader events;
    private final LineCalendar calendar;
    private final StatisticsProperties settings;
    private final Clock clock;
    private final Map<LocalDate, Reading> readings = new HashMap<>();

    LiveDays(EventReader events, LineCalendar calendar, StatisticsProperties settings, Clock clock) {
        this.events = events;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /** A day, as it was some seconds ago at most. */
    synchronized Tally read(LocalDate day) {
        Instant now = clock.instant();
        readings.values().removeIf(reading -> !reading.isFresh(now, settings.liveFor()));
        Reading known = readings.get(day);
        return known == null ? readNow(day) : known.tally;
    }

    /** A day, as it is now. */
    synchronized Tally readNow(LocalDate day) {
        Instant now = clock.instant();
        Tally tally = new Tally();
        events.read(new Period(day, day).moments(calendar.zone()), event -> tally.add(event, calendar.zone()));
        readings.put(day, new Reading(now, tally));
        return tally;
    }

    /** @param tally added to by nobody any more */
    private record Reading(Instant at, Tally tally) {

        boolean isFresh(Instant now, Duration time) {
            return now.isBefore(at.plus(time)) && !now.isBefore(at);
        }
    }
}
