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
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts a period: what is stored of its finished days, topped up by the facts of the days since. */
@Component
class PeriodCount {

    private final StoredCounts stored;
    private final StoredWaits storedWaits;
    private final UncountedDays uncounted;
    private final LiveDays live;
    private final LineCalendar calendar;
    private final Clock clock;

    PeriodCount(
            StoredCounts stored,
            StoredWaits storedWaits,
            UncountedDays uncounted,
            LiveDays live,
            LineCalendar calendar,
            Clock clock) {
        this.stored = stored;
        this.storedWaits = storedWaits;
        this.uncounted = uncounted;
        this.live = live;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @throws FiguresBeingCounted if more days than a month are waiting to be counted
     */
    Report report(Period period, Set<Dimension> dimensions) {
        return report(period, dimensions, Set.of());
    }

    /**
     * @param waits the dimensions of whose items the waits are told as well
     * @throws FiguresBeingCounted if more days than a month are waiting to be counted
     */
    Report report(Period period, Set<Dimension> dimensions, Set<Dimension> waits) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, calendar.zone());
        LocalDate last = earlier(period.to(), today);
        LocalDate uncountedFrom = uncounted.firstReadTo(last);
        Set<Dimension> read = EnumSet.of(Dimension.ALL);
        read.addAll(dimensions);
        Tally all = new Tally();
        Map<LocalDate, Tally> days = new HashMap<>();
        Optional<Period> finished = finished(period, uncountedFrom);
        finished.ifPresent(counted -> {
            stored.read(counted, read, all);
            days.putAll(stored.readDays(counted));
        });
        long before = stored.openBefore(earlier(period.from(), uncountedFrom));
        before += addLive(uncountedFrom, last, period, all, days);
        List<Report.Day> each = days(period, days, before);
        Map<Dimension, Map<String, Counted>> items = new EnumMap<>(Dimension.class);
        dimensions.forEach(by -> items.put(by, waits.contains(by) ? withWaits(by, finished, all) : all.by(by)));
        Counted whole = withWaits(Dimension.ALL, finished, all).getOrDefault("", Counted.NOTHING);
        LocalDate since = stored.firstDay().or(uncounted::first).orElse(today);
        return new Report(period, now, today, since, whole, each.getLast().open(), items, each);
    }

    /**
     * What a period is compared with: none if nothing is, if that lies outside of what can be counted, or before
     * anything happened.
     *
     * @throws FiguresBeingCounted if more days than a month are waiting to be counted
     */
    Optional<Report> compared(Period period, Comparison comparison, Set<Dimension> dimensions, Set<Dimension> waits) {
        return comparison
                .of(period)
                .map(other -> report(other, dimensions, waits))
                .filter(report -> !report.isBeforeAnything());
    }

    /** What was counted of each item, with the waits: of the finished days they are stored, the tally holds those since. */
    private Map<String, Counted> withWaits(Dimension by, Optional<Period> finished, Tally all) {
        ItemWaits waits = new ItemWaits();
        finished.ifPresent(days -> storedWaits.read(days, by, waits));
        waits.add(by, all);
        Map<String, Counted> items = all.by(by);
        waits.byItem().forEach((item, of) -> items.computeIfPresent(item, (same, counted) -> counted.with(of)));
        return items;
    }

    /** The days of a period that are counted. */
    private static Optional<Period> finished(Period period, LocalDate uncountedFrom) {
        return period.from().isBefore(uncountedFrom)
                ? Optional.of(new Period(period.from(), earlier(period.to(), uncountedFrom.minusDays(1))))
                : Optional.empty();
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
