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
            .thenComparing(event -> event.request().reference());

    private final StoredCounts stored;
    private final EventReader events;
    private final LineCalendar calendar;
    private final Clock clock;

    EventDays(StoredCounts stored, EventReader events, LineCalendar calendar, Clock clock) {
        this.stored = stored;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The days that may hold some, oldest first. */
    List<LocalDate> days(RowQuery query) {
        List<LocalDate> days = new ArrayList<>(stored.daysOf(query));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone());
        LocalDate live = stored.lastDay()
                .map(last -> last.plusDays(1))
                .or(() -> events.first().map(first -> LocalDate.ofInstant(first, zone())))
                .orElse(today);
        LocalDate from = live.isBefore(query.period().from()) ? query.period().from() : live;
        LocalDate to =
                today.isBefore(query.period().to()) ? today : query.period().to();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            days.add(day);
        }
        return days;
    }

    /** Those of one day, in the order in which they happened. */
    List<Event> events(LocalDate day, RowQuery query) {
        List<Event> found = new ArrayList<>();
        ZoneId zone = zone();
        events.read(new Period(day, day).moments(zone), event -> {
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
