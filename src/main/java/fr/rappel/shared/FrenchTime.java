package fr.rappel.shared;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Days, times and durations as a careful French writer sets them: "mardi 24 novembre à 11 h 30", "9 h", "2 h 10".
 * Numbers and "h" are held together by non-breaking spaces (U+00A0).
 */
public final class FrenchTime {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRENCH);
    private static final DateTimeFormatter FIRST_OF_MONTH =
            DateTimeFormatter.ofPattern("EEEE d'er' MMMM", Locale.FRENCH);
    private static final String NBSP = "\u00a0";

    private FrenchTime() {}

    /** A time to the minute: "12 h 30", "9 h", "9 h 05". */
    public static String time(LocalTime time) {
        return hoursAndMinutes(time.getHour(), time.getMinute());
    }

    /** The time at which an interval of a day ends, midnight being the end of the day: "17 h", "24 h". */
    public static String endTime(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? hoursAndMinutes(24, 0) : time(time);
    }

    /** The name of a weekday: "mardi". */
    public static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    /** A date without its year: "mardi 24 novembre", "vendredi 1er mai". */
    public static String date(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? FIRST_OF_MONTH : DATE).format(date);
    }

    /** An instant as the clock and calendar of a zone show it: "mardi 24 novembre à 11 h 30". */
    public static String dateAndTime(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return date(local.toLocalDate()) + " à " + time(local.toLocalTime());
    }

    /**
     * A day as one says it today: "hier", "aujourd’hui", "demain", the weekday alone for the six days to come, else
     * the date, with its year when it is more than half a year away.
     */
    public static String relativeDay(LocalDate date, LocalDate today) {
        return switch (Nearness.of(date, today)) {
            case YESTERDAY -> "hier";
            case TODAY -> "aujourd’hui";
            case TOMORROW -> "demain";
            case COMING_WEEK -> day(date.getDayOfWeek());
            case HALF_YEAR -> date(date);
            case FAR -> date(date) + " " + date.getYear();
        };
    }

    /** Day as in {@link #relativeDay}, and time: "demain à 9 h", "mardi 24 novembre à 11 h 30". */
    public static String relativeDayAndTime(Instant instant, Instant now, ZoneId zone) {
        var local = instant.atZone(zone);
        var today = LocalDate.ofInstant(now, zone);
        return relativeDay(local.toLocalDate(), today) + " à " + time(local.toLocalTime());
    }

    /**
     * A duration in whole minutes, rounded down: "2 h 10", "2 h", "45 min"; thousands of hours are grouped.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static String duration(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Negative duration: " + duration);
        }
        return duration.toHours() == 0
                ? duration.toMinutesPart() + NBSP + "min"
                : hoursAndMinutes(duration.toHours(), duration.toMinutesPart());
    }

    private static String hoursAndMinutes(long hours, int minutes) {
        var grouped = String.format(Locale.ROOT, "%,d", hours).replace(",", NBSP);
        return minutes == 0
                ? grouped + NBSP + "h"
                : grouped + NBSP + "h" + NBSP + (minutes < 10 ? "0" + minutes : minutes);
    }
}
