package fr.rappel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The calendar in its slowest and most obvious form: it looks at the clock on the wall at every single minute of a
 * period, writes down whether the line is open, and finds every answer by counting minutes. It shares no code with the
 * engine, not even its types: intervals are minutes since midnight, closures are minutes since 1970.
 */
final class MinuteOracle {

    /** Hours of each weekday, valid from a day. */
    record Week(LocalDate validFrom, Map<DayOfWeek, int[][]> days) {}

    /** All that decides. Weeks are in the order of their dates; closures do not overlap. */
    record Facts(
            ZoneId zone,
            List<Week> weeks,
            Map<LocalDate, int[][]> exceptions,
            Map<LocalDate, String> holidays,
            List<long[]> closures) {}

    static final int UNKNOWN = -1;

    private final Facts facts;
    private final long start;
    private final boolean[] open;
    private final String[] rule;
    private final int[] nextOpen;
    private final int[] nextShut;
    private final int[] openBefore;
    private final int[] openMinutes;

    /** Looks at every minute from an instant (included) to another (excluded). */
    MinuteOracle(Facts facts, Instant from, Instant to) {
        this.facts = facts;
        start = from.getEpochSecond() / 60;
        int minutes = (int) (to.getEpochSecond() / 60 - start);
        open = new boolean[minutes];
        rule = new String[minutes];
        nextOpen = new int[minutes + 1];
        nextShut = new int[minutes + 1];
        openBefore = new int[minutes + 1];
        var found = new int[minutes];
        for (int i = 0; i < minutes; i++) {
            lookAt(i);
            openBefore[i + 1] = openBefore[i] + (open[i] ? 1 : 0);
            if (open[i]) {
                found[openBefore[i]] = i;
            }
        }
        openMinutes = Arrays.copyOf(found, openBefore[minutes]);
        nextOpen[minutes] = UNKNOWN;
        nextShut[minutes] = UNKNOWN;
        for (int i = minutes - 1; i >= 0; i--) {
            nextOpen[i] = open[i] ? i : nextOpen[i + 1];
            nextShut[i] = open[i] ? nextShut[i + 1] : i;
        }
    }

    private void lookAt(int i) {
        long minute = start + i;
        for (long[] closure : facts.closures()) {
            if (closure[0] <= minute && minute < closure[1]) {
                rule[i] = "EMERGENCY";
                return;
            }
        }
        var wall = Instant.ofEpochSecond(minute * 60).atZone(facts.zone());
        int minuteOfDay = wall.getHour() * 60 + wall.getMinute();
        var date = wall.toLocalDate();
        if (facts.exceptions().containsKey(date)) {
            rule[i] = "EXCEPTION";
            open[i] = isIn(facts.exceptions().get(date), minuteOfDay);
        } else if (facts.holidays().containsKey(date)) {
            rule[i] = "HOLIDAY";
        } else {
            rule[i] = "WEEKLY";
            for (var week : facts.weeks()) {
                if (!week.validFrom().isAfter(date)) {
                    open[i] = isIn(week.days().getOrDefault(date.getDayOfWeek(), new int[0][]), minuteOfDay);
                }
            }
        }
    }

    private static boolean isIn(int[][] intervals, int minuteOfDay) {
        for (int[] interval : intervals) {
            if (interval[0] <= minuteOfDay && minuteOfDay < interval[1]) {
                return true;
            }
        }
        return false;
    }

    int minutes() {
        return open.length;
    }

    Instant instant(int i) {
        return Instant.ofEpochSecond((start + i) * 60);
    }

    boolean isOpen(int i) {
        return open[i];
    }

    String rule(int i) {
        return rule[i];
    }

    /** First open minute at or after a minute, {@link #UNKNOWN} if there is none in the period. */
    int nextOpen(int i) {
        return nextOpen[i];
    }

    /** First closed minute at or after a minute, {@link #UNKNOWN} if there is none in the period. */
    int nextShut(int i) {
        return nextShut[i];
    }

    int openMinutesBetween(int from, int to) {
        return openBefore[to] - openBefore[from];
    }

    /** The end of the n-th open minute from a minute on, {@link #UNKNOWN} if there are fewer in the period. */
    int afterOpenMinutes(int i, int n) {
        int index = openBefore[i] + n - 1;
        if (n == 0) {
            return i;
        }
        return index < openMinutes.length ? openMinutes[index] + 1 : UNKNOWN;
    }
}
