package fr.rappel.shared;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days, times and durations for English readers of a French line: "Tuesday 24 November at 9:00", "2 h 10 min". */
enum EnglishTime implements SpokenTime {
    ENGLISH;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WITHOUT_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final String NBSP = "\u00a0";

    /** "12:30", "9:00". */
    @Override
    public String time(LocalTime time) {
        return TIME.format(time);
    }

    /** "17:00", "24:00". */
    @Override
    public String endTime(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? "24:00" : time(time);
    }

    /** "Tuesday". */
    @Override
    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** "Tuesday 24 November". */
    @Override
    public String date(LocalDate date) {
        return DATE.format(date);
    }

    /** "24 November 2026". */
    @Override
    public String dateWithYear(LocalDate date) {
        return WITH_YEAR.format(date);
    }

    /** "from 16 to 22 November 2026", "from 30 November to 6 December 2026". */
    @Override
    public String days(LocalDate first, LocalDate last) {
        String from = first.getYear() != last.getYear()
                ? dateWithYear(first)
                : first.getMonth() != last.getMonth()
                        ? WITHOUT_YEAR.format(first)
                        : String.valueOf(first.getDayOfMonth());
        return "from " + from + " to " + dateWithYear(last);
    }

    @Override
    public String relativeDay(LocalDate date, LocalDate today) {
        return switch (Nearness.of(date, today)) {
            case YESTERDAY -> "yesterday";
            case TODAY -> "today";
            case TOMORROW -> "tomorrow";
            case COMING_WEEK -> day(date.getDayOfWeek());
            case HALF_YEAR -> date(date);
            case FAR -> date(date) + " " + date.getYear();
        };
    }

    /** "tomorrow at 9:00". */
    @Override
    public String dayAndTime(String day, String time) {
        return day + " at " + time;
    }

    /** "2 h 10 min", "2 h", "45 min"; thousands of hours are grouped. */
    @Override
    public String duration(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Negative duration: " + duration);
        }
        var hours = String.format(Locale.ROOT, "%,d", duration.toHours()) + NBSP + "h";
        var minutes = duration.toMinutesPart() + NBSP + "min";
        if (duration.toHours() == 0) {
            return minutes;
        }
        return duration.toMinutesPart() == 0 ? hours : hours + NBSP + minutes;
    }
}
