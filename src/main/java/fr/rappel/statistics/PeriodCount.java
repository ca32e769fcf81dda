package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

    private final StoredCounts stored;
    private final UncountedDays uncounted;
    private final LiveDays live;
    private final LineCalendar calendar;
    private final Clock clock;

    PeriodCount(StoredCounts stored, UncountedDays uncounted, LiveDays live, LineCalendar calendar, Clock clock) {
        this.stored = stored;
        this.uncounted = uncounted;
        this.live = live;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @throws FiguresBeingCounted if more days than a month are waiting to be counted
     */
    Report report(Period period, Set<Dimension> dimensions) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, calendar.zone());
        LocalDate last = earlier(period.to(), today);
        LocalDate uncountedFrom = uncounted.firstReadTo(last);
        Set<Dimension> read = EnumSet.of(Dimension.ALL, Dimension.MINUTES);
        read.addAll(dimensions);
        Tally all = new Tally();
        Map<LocalDate, Tally> days = new HashMap<>();
        if (period.from().isBefore(uncountedFrom)) {
            Period finished = new Period(period.from(), earlier(period.to(), uncountedFrom.minusDays(1)));
            stored.read(finished, read, all);
            days.putAll(stored.readDays(finished));
        }
        long before = stored.openBefore(earlier(period.from(), uncountedFrom));
        before += addLive(uncountedFrom, last, period, all, days);
        List<Report.Day> each = days(period, days, before);
        Map<Dimension, Map<String, Counted>> items = new EnumMap<>(Dimension.class);
        dimensions.forEach(dimension -> items.put(dimension, all.by(dimension)));
        return new Report(
                period, now, today, all.all(), Waits.of(all), each.getLast().open(), items, each);
    }

    /** Adds what happened since the last counted day; tells by how much the backlog grew before the period. */
    private long addLive(LocalDate first, LocalDate last, Period period, Tally all, Map<LocalDate, Tally> days) {
        long before = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Tally tally = live.read(day);
            if (day.isBefore(period.from())) {
                before += growth(tally.all());
            } else {
                all.add(tally);
                days.put(day, tally);
            }
        }
        return before;
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

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
