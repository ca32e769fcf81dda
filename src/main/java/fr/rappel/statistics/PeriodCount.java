package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts a period: what is stored of its finished days, topped up by the facts of the days since. */
@Component
class PeriodCount {

    /** More than the days that a job may have missed; beyond them reading would take too long for a page. */
    private static final int MOST_UNCOUNTED_DAYS = 31;

    private final StoredCounts stored;
    private final EventReader events;
    private final LineCalendar calendar;
    private final Clock clock;

    PeriodCount(StoredCounts stored, EventReader events, LineCalendar calendar, Clock clock) {
        this.stored = stored;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @throws FiguresBeingCounted if more days than a month are waiting to be counted
     */
    Report report(Period period, Set<Dimension> dimensions) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, calendar.zone());
        LocalDate live = firstLiveDay(today);
        Set<Dimension> read = EnumSet.of(Dimension.ALL, Dimension.MINUTES);
        read.addAll(dimensions);
        Tally all = new Tally();
        Map<LocalDate, Tally> days = new HashMap<>();
        if (period.from().isBefore(live)) {
            Period finished = new Period(period.from(), earlier(period.to(), live.minusDays(1)));
            stored.read(finished, read, all);
            days.putAll(stored.readDays(finished));
        }
        long before = stored.openBefore(earlier(period.from(), live));
        before += addLive(live, period, today, all, days);
        List<Report.Day> each = days(period, days, before);
        Map<Dimension, Map<String, Counted>> items = new EnumMap<>(Dimension.class);
        dimensions.forEach(dimension -> items.put(dimension, all.by(dimension)));
        return new Report(
                period, now, today, all.all(), Waits.of(all), each.getLast().open(), items, each);
    }

    /** Adds what happened since the last counted day; tells by how much the backlog grew before the period. */
    private long addLive(LocalDate live, Period period, LocalDate today, Tally all, Map<LocalDate, Tally> days) {
        ZoneId zone = calendar.zone();
        LocalDate last = earlier(period.to(), today);
        if (last.isBefore(live)) {
            return 0;
        }
        if (last.isAfter(live.plusDays(MOST_UNCOUNTED_DAYS))) {
            throw new FiguresBeingCounted();
        }
        Tally before = new Tally();
        events.read(new Period(live, last).moments(zone), event -> {
            LocalDate day = LocalDate.ofInstant(event.at(), zone);
            if (day.isBefore(period.from())) {
                before.add(event, zone);
            } else {
                all.add(event, zone);
                days.computeIfAbsent(day, first -> new Tally()).add(event, zone);
            }
        });
        return growth(before.all());
    }

    private static List<Report.Day> days(Period period, Map<LocalDate, Tally> counted, long before) {
        List<Report.Day> days = new ArrayList<>();
        long open = before;
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            Tally tally = counted.get(day);
            Counted of = tally == null ? Counted.NOTHING : tally.all();
            open += growth(of);
            days.add(new Report.Day(day, of, open));
        }
        return days;
    }

    private static long growth(Counted counted) {
        return counted.events(Measure.RECEIVED) + counted.events(Measure.REOPENED) - counted.events(Measure.CLOSED);
    }

    private LocalDate firstLiveDay(LocalDate today) {
        return stored.lastDay()
                .map(last -> last.plusDays(1))
                .or(() -> events.first().map(first -> LocalDate.ofInstant(first, calendar.zone())))
                .orElse(today);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
