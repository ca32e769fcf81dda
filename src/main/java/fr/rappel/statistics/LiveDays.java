package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What happened on the days that are not counted yet. Reading all of a full day is too much for each of those who
 * look: it is done once for everybody, one at a time, and kept for some seconds; for some minutes, only the requests are
 * read again to which something has happened since. Whoever asks holds no connection, or those who wait would keep them
 * from the agents.
 */
@Component
class LiveDays {

    /** How long only what changes is read. */
    static final Duration WHOLE = Duration.ofMinutes(10);

    /** More than a transaction may take, or clocks of two machines differ: until then a fact may appear before another. */
    static final Duration OVERLAP = Duration.ofMinutes(1);

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
        Reading known = readings.get(day);
        return known != null && isWithin(known.at, now, settings.liveFor()) ? known.tally : readNow(day);
    }

    /** A day, as it is now. */
    synchronized Tally readNow(LocalDate day) {
        Instant now = clock.instant();
        Duration whole = settings.liveFor().isZero() ? Duration.ZERO : WHOLE;
        readings.values().removeIf(reading -> !isWithin(reading.wholeAt, now, whole));
        Moments moments = new Period(day, day).moments(calendar.zone());
        Reading known = readings.get(day);
        Reading next = known == null
                ? new Reading(now, now, new Tally(), new HashMap<>())
                : new Reading(now, known.wholeAt, known.tally.copy(), known.happened);
        Instant since = known == null ? moments.from() : known.at.minus(OVERLAP);
        events.readChanged(moments, since)
                .forEach((request, happened) -> next.replace(request, happened, calendar.zone()));
        readings.put(day, next);
        return next.tally;
    }

    private static boolean isWithin(Instant then, Instant now, Duration time) {
        return now.isBefore(then.plus(time)) && !now.isBefore(then);
    }

    /**
     * @param wholeAt when all of the day was read
     * @param tally added to by nobody any more
     * @param happened what counts of each request
     */
    private record Reading(Instant at, Instant wholeAt, Tally tally, Map<String, List<Event>> happened) {

        void replace(String request, List<Event> events, ZoneId zone) {
            List<Event> before = happened.put(request, events);
            if (events.equals(before)) {
                return;
            }
            if (before != null) {
                before.forEach(event -> tally.remove(event, zone));
            }
            events.forEach(event -> tally.add(event, zone));
        }
    }
}
