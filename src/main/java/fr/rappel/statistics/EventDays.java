package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the events behind a number, a day at a time; days on which none was counted are not read. */
@Component
class EventDays {

    private static final Comparator<Event> IN_TIME = Comparator.comparing(Event::at)
            .thenComparing(event -> event.request().id());

    private final StoredCounts stored;
    private final UncountedDays uncounted;
    private final EventReader events;
    private final LineCalendar calendar;
    private final Clock clock;

    EventDays(StoredCounts stored, UncountedDays uncounted, EventReader events, LineCalendar calendar, Clock clock) {
        this.stored = stored;
        this.uncounted = uncounted;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The days that may hold some, oldest first.
     *
     * @throws FiguresBeingCounted if more days than a month are waiting to be counted
     */
    List<LocalDate> days(RowQuery query) {
        Period period = query.period();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone());
        LocalDate last = today.isBefore(period.to()) ? today : period.to();
        LocalDate live = uncounted.firstReadTo(last);
        List<LocalDate> days = new ArrayList<>();
        stored.daysOf(query).stream().filter(day -> day.isBefore(live)).forEach(days::add);
        LocalDate from = live.isBefore(period.from()) ? period.from() : live;
        for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
            days.add(day);
        }
        return days;
    }

    /** Those of one day, in the order in which they happened. */
    List<Event> events(LocalDate day, RowQuery query) {
        List<Event> found = new ArrayList<>();
        ZoneId zone = zone();
        events.read(new Period(day, day).moments(zone), query, event -> {
            if (query.asksFor(event, zone)) {
                found.add(event);
            }
        });
        found.sort(IN_TIME);
        return found;
    }

    ZoneId zone() {
        return calendar.zone();
    }
}
