package fr.rappel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Lines at random, as facts for the oracle, and the same facts as an engine. */
final class RandomLine {

    private RandomLine() {}

    static MinuteOracle.Facts defaultHours(ZoneId zone, Map<LocalDate, String> holidays) {
        var days = new EnumMap<DayOfWeek, int[][]>(DayOfWeek.class);
        for (var day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)) {
            days.put(day, new int[][] {{540, 750}, {810, 1020}});
        }
        days.put(DayOfWeek.FRIDAY, new int[][] {{540, 720}, {810, 990}});
        var week = new MinuteOracle.Week(LocalDate.of(1970, 1, 1), days);
        return new MinuteOracle.Facts(zone, List.of(week), Map.of(), holidays, List.of());
    }

    static MinuteOracle.Facts of(
            ZoneId zone, Map<LocalDate, String> holidays, LocalDate from, LocalDate to, Random random) {
        int length = (int) (to.toEpochDay() - from.toEpochDay());
        var weeks = new ArrayList<MinuteOracle.Week>();
        for (var date = from.plusDays(random.nextInt(5));
                date.isBefore(to);
                date = date.plusDays(1 + random.nextInt(length))) {
            weeks.add(new MinuteOracle.Week(date, days(random)));
        }
        var exceptions = new HashMap<LocalDate, int[][]>();
        for (int i = 0; i < length / 12; i++) {
            exceptions.put(from.plusDays(random.nextInt(length)), intervals(random));
        }
        return new MinuteOracle.Facts(zone, weeks, exceptions, holidays, closures(zone, from, to, random));
    }

    private static Map<DayOfWeek, int[][]> days(Random random) {
        var days = new EnumMap<DayOfWeek, int[][]>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            days.put(day, intervals(random));
        }
        return days;
    }

    /** None to three intervals; often in the hours of clock changes, at times touching, at times to the day's ends. */
    private static int[][] intervals(Random random) {
        int count = random.nextInt(4);
        int range = random.nextBoolean() ? 1441 : 300;
        var bounds = random.ints(0, range).distinct().limit(count * 2L).sorted().toArray();
        if (count > 0 && random.nextInt(4) == 0) {
            bounds[0] = 0;
            bounds[bounds.length - 1] = 1440;
        }
        if (count > 1 && random.nextInt(4) == 0) {
            bounds[2] = bounds[1];
        }
        return IntStream.range(0, count)
                .mapToObj(i -> new int[] {bounds[2 * i], bounds[2 * i + 1]})
                .toArray(int[][]::new);
    }

    private static List<long[]> closures(ZoneId zone, LocalDate from, LocalDate to, Random random) {
        long minute = from.atStartOfDay(zone).toEpochSecond() / 60;
        long end = to.atStartOfDay(zone).toEpochSecond() / 60;
        var closures = new ArrayList<long[]>();
        while (true) {
            // Every ten days or so, some minutes to some days; now and then right after the former.
            minute += random.nextInt(20) == 0 ? 0 : random.nextInt(30_000);
            if (minute >= end) {
                return closures;
            }
            long length = 1 + random.nextInt(random.nextBoolean() ? 120 : 4_000);
            closures.add(new long[] {minute, minute + length});
            minute += length;
        }
    }

    static LineSchedule engine(MinuteOracle.Facts facts, Set<PublicHoliday> closedHolidays) {
        var weekly = facts.weeks().stream()
                .map(week -> {
                    var days = new EnumMap<DayOfWeek, List<OpenInterval>>(DayOfWeek.class);
                    week.days().forEach((day, intervals) -> days.put(day, openIntervals(intervals)));
                    return new WeeklyHours(week.validFrom(), days);
                })
                .toList();
        var exceptions = facts.exceptions().entrySet().stream()
                .map(entry -> new DatedException(1, entry.getKey(), "Exception", openIntervals(entry.getValue())))
                .toList();
        var closures = facts.closures().stream()
                .map(closure -> new Closure(
                        Instant.ofEpochSecond(closure[0] * 60), Instant.ofEpochSecond(closure[1] * 60), "Emergency"))
                .toList();
        return new LineSchedule(facts.zone(), weekly, exceptions, closedHolidays, closures);
    }

    private static List<OpenInterval> openIntervals(int[][] intervals) {
        return Arrays.stream(intervals)
                .map(interval -> new OpenInterval(time(interval[0]), time(interval[1] % 1440)))
                .toList();
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }
}
