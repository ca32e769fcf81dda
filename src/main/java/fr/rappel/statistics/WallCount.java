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
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what the wall shows: the queue as it stands, today from the facts, the usual from the counted days. */
@Component
class WallCount {

    private static final int WEEKS = 4;

    private final LineCount line;
    private final LiveDays live;
    private final StoredCounts stored;
    private final LineCalendar calendar;
    private final Clock clock;

    WallCount(LineCount line, LiveDays live, StoredCounts stored, LineCalendar calendar, Clock clock) {
        this.line = line;
        this.live = live;
        this.stored = stored;
        this.calendar = calendar;
        this.clock = clock;
    }

    Wall now() {
        Instant now = clock.instant();
        ZonedDateTime local = now.atZone(calendar.zone());
        LocalDate today = local.toLocalDate();
        Tally counted = live.readNow(today);
        double[] usually = usually(today);
        double usualUntilNow = IntStream.range(0, local.getHour())
                        .mapToDouble(hour -> usually[hour])
                        .sum()
                + usually[local.getHour()] * local.getMinute() / 60;
        Counted all = counted.all();
        LineFigures queue = line.now();
        return new Wall(
                now,
                today,
                queue.waiting(),
                waited(queue.oldestWaiting(), now),
                queue.overdue(),
                queue.agents(),
                queue.calling(),
                all.events(Measure.CALL),
                all.events(Measure.REACHED),
                all.events(Measure.RECEIVED),
                usualUntilNow,
                hours(local.getHour(), byHour(counted.by(Dimension.WEEK_HOUR)), usually));
    }

    private @Nullable Duration waited(@Nullable Instant oldest, Instant now) {
        return oldest == null ? null : calendar.openTimeBetween(oldest, now);
    }

    /** Calls of each hour, on average of the last same weekdays. */
    private double[] usually(LocalDate today) {
        List<LocalDate> days =
                IntStream.rangeClosed(1, WEEKS).mapToObj(today::minusWeeks).toList();
        long[] calls = byHour(stored.readOn(days, Dimension.WEEK_HOUR).by(Dimension.WEEK_HOUR));
        return LongStream.of(calls).mapToDouble(sum -> (double) sum / WEEKS).toArray();
    }

    private static long[] byHour(Map<String, Counted> weekHours) {
        long[] calls = new long[24];
        weekHours.forEach(
                (item, counted) -> calls[Integer.parseInt(item.substring(2))] += counted.events(Measure.CALL));
        return calls;
    }

    private static List<Wall.Hour> hours(int current, long[] calls, double[] usually) {
        int[] busy = IntStream.range(0, 24)
                .filter(hour -> calls[hour] > 0 || usually[hour] > 0)
                .toArray();
        List<Wall.Hour> hours = new ArrayList<>();
        if (busy.length > 0) {
            for (int hour = busy[0]; hour <= busy[busy.length - 1]; hour++) {
                hours.add(new Wall.Hour(hour, hour > current ? null : calls[hour], usually[hour]));
            }
        }
        return hours;
    }
}
