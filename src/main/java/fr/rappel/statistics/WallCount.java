package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.callback.LineCount;
import fr.rappel.callback.LineFigures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what the wall shows: the queue as it stands, today from the facts, the usual from the counted days. */
@Component
class WallCount {

    private static final int WEEKS = 4;

    private final LineCount line;
    private final LiveDays live;
    private final StoredCounts stored;
    private final UncountedDays uncounted;
    private final LineCalendar calendar;
    private final Clock clock;

    WallCount(
            LineCount line,
            LiveDays live,
            StoredCounts stored,
            UncountedDays uncounted,
            LineCalendar calendar,
            Clock clock) {
        this.line = line;
        this.live = live;
        this.stored = stored;
        this.uncounted = uncounted;
        this.calendar = calendar;
        this.clock = clock;
    }

    Wall now() {
        Instant now = clock.instant();
        ZonedDateTime local = now.atZone(calendar.zone());
        LocalDate today = local.toLocalDate();
        Tally live = this.live.readNow(today);
        List<LocalDate> sameWeekdays = IntStream.rangeClosed(1, WEEKS)
                .mapToObj(today::minusWeeks)
                .filter(this::wasOpen)
                .toList();
        boolean usualIsCounted = sameWeekdays.isEmpty() || !uncounted.reaches(sameWeekdays.getFirst());
        long counted = usualIsCounted ? stored.countedOf(sameWeekdays) : 0;
        long[] before = byHour(stored.readOn(sameWeekdays, Dimension.WEEK_HOUR).by(Dimension.WEEK_HOUR));
        double untilNow = IntStream.range(0, local.getHour())
                        .mapToDouble(hour -> before[hour])
                        .sum()
                + before[local.getHour()] * local.getMinute() / 60.0;
        Counted all = live.all();
        LineFigures queue = line.now();
        return new Wall(
                now,
                today,
                queue.waiting(),
                waited(queue.oldestWaiting(), now),
                queue.late(),
                queue.agents(),
                queue.calling(),
                all.events(Measure.CALL),
                all.events(Measure.REACHED),
                all.events(Measure.RECEIVED),
                mean(untilNow, counted),
                usualIsCounted,
                hours(local.getHour(), byHour(live.by(Dimension.WEEK_HOUR)), before, counted));
    }

    /** A holiday says nothing of a usual day. */
    private boolean wasOpen(LocalDate day) {
        Moments moments = new Period(day, day).moments(calendar.zone());
        return calendar.openTimeBetween(moments.from(), moments.to()).isPositive();
    }

    private @Nullable Duration waited(@Nullable Instant oldest, Instant now) {
        return oldest == null ? null : calendar.openTimeBetween(oldest, now);
    }

    /** Of the days that were open and are counted: a young line has fewer. */
    private static @Nullable Double mean(double sum, long days) {
        return days == 0 ? null : sum / days;
    }

    private static long[] byHour(Map<String, Counted> weekHours) {
        long[] calls = new long[24];
        weekHours.forEach(
                (item, counted) -> calls[Integer.parseInt(item.substring(2))] += counted.events(Measure.CALL));
        return calls;
    }

    private static List<Wall.Hour> hours(int current, long[] calls, long[] before, long days) {
        int[] busy = IntStream.range(0, 24)
                .filter(hour -> calls[hour] > 0 || before[hour] > 0)
                .toArray();
        List<Wall.Hour> hours = new ArrayList<>();
        if (busy.length > 0) {
            for (int hour = busy[0]; hour <= busy[busy.length - 1]; hour++) {
                hours.add(new Wall.Hour(hour, hour > current ? null : calls[hour], mean(before[hour], days)));
            }
        }
        return hours;
    }
}
