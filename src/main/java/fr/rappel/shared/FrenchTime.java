package fr.rappel.shared;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Days, times and durations as a careful French writer sets them: "mardi 24 novembre à 11 h 30", "9 h", "2 h 10".
 * Numbers and "h" are held together by non-breaking spaces (U+00A0).
 */
enum FrenchTime implements SpokenTime {
    FRENCH;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRENCH);
    private static final DateTimeFormatter FIRST_OF_MONTH =
            DateTimeFormatter.ofPattern("EEEE d'er' MMMM", Locale.FRENCH);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter FIRST_WITH_YEAR =
            DateTimeFormatter.ofPattern("d'er' MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter WITHOUT_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.FRENCH);
    private static final DateTimeFormatter FIRST_WITHOUT_YEAR =
            DateTimeFormatter.ofPattern("d'er' MMMM", Locale.FRENCH);
    private static final String NBSP = "\u00a0";

    /** "12 h 30", "9 h", "9 h 05". */
    @Override
    public String time(LocalTime time) {
        return hoursAndMinutes(time.getHour(), time.getMinute());
    }

    /** "17 h", "24 h". */
    @Override
    public String endTime(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? hoursAndMinutes(24, 0) : time(time);
    }

    /** "mardi". */
    @Override
    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    /** "mardi 24 novembre", "vendredi 1er mai". */
    @Override
    public String date(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? FIRST_OF_MONTH : DATE).format(date);
    }

    /** "24 novembre 2026", "1er mai 2026". */
    @Override
    public String dateWithYear(LocalDate date) {
        return (date.getDayOfMonth() == 1 ? FIRST_WITH_YEAR : WITH_YEAR).format(date);
    }

    /** "du 16 au 22 novembre 2026", "du 30 novembre au 6 décembre 2026", "du 28 décembre 2026 au 3 janvier 2027". */
    @Override
    public String days(LocalDate first, LocalDate last) {
        String from = first.getYear() != last.getYear()
                ? dateWithYear(first)
                : first.getMonth() != last.getMonth()
                        ? (first.getDayOfMonth() == 1 ? FIRST_WITHOUT_YEAR : WITHOUT_YEAR).format(first)
                        : first.getDayOfMonth() == 1 ? "1er" : String.valueOf(first.getDayOfMonth());
        return "du " + from + " au " + dateWithYear(last);
    }

    @Override
    public String relativeDay(LocalDate date, LocalDate today) {
        return switch (Nearness.of(date, today)) {
            case YESTERDAY -> "hier";
            case TODAY -> "aujourd’hui";
            case TOMORROW -> "demain";
            case COMING_WEEK -> day(date.getDayOfWeek());
            case HALF_YEAR -> date(date);
            case FAR -> date(date) + " " + date.getYear();
        };
    }

    /** "demain à 9 h", "mardi 24 novembre à 11 h 30". */
    @Override
    public String dayAndTime(String day, String time) {
        return day + " à " + time;
    }

    /** "2 h 10", "2 h", "45 min"; thousands of hours are grouped. */
    @Override
    public String duration(Duration duration) {
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
