package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what the wall shows: the queue as it stands, today from the facts, the usual from the counted days. */
@Component
class WallCount {

    private static final Duration AT_WORK = Duration.ofMinutes(30);
    private static final int WEEKS = 4;

    private static final String QUEUE = """
            select (select count(*) from callback_request
                     where status = 'WAITING' and available_at <= :now) as waiting,
                   (select count(*) from callback_request
                     where status = 'WAITING' and due_at < :now) as late,
                   (select min(received_at) from callback_request
                     where status = 'WAITING' and available_at <= :now) as oldest,
                   (select count(distinct a.agent) from callback_request r
                      join callback_attempt a on a.request_id = r.id and a.ended_at is null
                     where r.status = 'TAKEN') as calling,
                   (select count(*) from (
                        select taken_by from callback_request where status = 'TAKEN'
                        union
                        select actor from callback_fact
                         where kind in ('TAKEN', 'RELEASED', 'REASSIGNED', 'CALL_STARTED', 'CALL_ENDED', 'NOTED', 'CLOSED',
                                        'UNDONE', 'REOPENED')
                           and at >= :lately and actor <> '@visitor') people) as agents""";

    private final JdbcClient jdbc;
    private final EventReader events;
    private final StoredCounts stored;
    private final LineCalendar calendar;
    private final Clock clock;

    WallCount(JdbcClient jdbc, EventReader events, StoredCounts stored, LineCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.stored = stored;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Wall now() {
        Instant now = clock.instant();
        ZonedDateTime local = now.atZone(calendar.zone());
        LocalDate today = local.toLocalDate();
        Tally counted = new Tally();
        events.read(new Period(today, today).moments(calendar.zone()), event -> counted.add(event, calendar.zone()));
        double[] usually = usually(today);
        long[] calls = byHour(counted.by(Dimension.WEEK_HOUR));
        double usualUntilNow = IntStream.range(0, local.getHour())
                        .mapToDouble(hour -> usually[hour])
                        .sum()
                + usually[local.getHour()] * local.getMinute() / 60;
        Counted all = counted.all();
        return jdbc.sql(QUEUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lately", now.minus(AT_WORK).atOffset(ZoneOffset.UTC))
                .query((result, number) -> new Wall(
                        now,
                        today,
                        result.getInt("waiting"),
                        waited(result.getObject("oldest", OffsetDateTime.class), now),
                        result.getInt("late"),
                        result.getInt("agents"),
                        result.getInt("calling"),
                        all.events(Measure.CALL),
                        all.events(Measure.REACHED),
                        all.events(Measure.RECEIVED),
                        usualUntilNow,
                        hours(local.getHour(), calls, usually)))
                .single();
    }

    private @Nullable Duration waited(@Nullable OffsetDateTime oldest, Instant now) {
        return oldest == null ? null : calendar.openTimeBetween(oldest.toInstant(), now);
    }

    /** Calls of each hour, on average of the last same weekdays. */
    private double[] usually(LocalDate today) {
        double[] usually = new double[24];
        for (int week = 1; week <= WEEKS; week++) {
            LocalDate day = today.minusWeeks(week);
            Tally tally = new Tally();
            stored.read(new Period(day, day), Set.of(Dimension.WEEK_HOUR), tally);
            long[] calls = byHour(tally.by(Dimension.WEEK_HOUR));
            for (int hour = 0; hour < 24; hour++) {
                usually[hour] += (double) calls[hour] / WEEKS;
            }
        }
        return usually;
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
