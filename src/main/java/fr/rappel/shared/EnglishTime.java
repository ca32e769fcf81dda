package fr.rappel.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days and times for English readers of a French line: "Tuesday 24 November", "9:00". */
public final class EnglishTime {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    private EnglishTime() {}

    /** A time to the minute: "12:30", "9:00". */
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** The time at which an interval of a day ends, midnight being the end of the day: "17:00", "24:00". */
    public static String endTime(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? "24:00" : time(time);
    }

    /** The name of a weekday: "Tuesday". */
    public static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** A date without its year: "Tuesday 24 November". */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** A day as one says it today, by the rule of {@link FrenchTime#relativeDay}. */
    public static String relativeDay(LocalDate date, LocalDate today) {
        return switch (Nearness.of(date, today)) {
            case YESTERDAY -> "yesterday";
            case TODAY -> "today";
            case TOMORROW -> "tomorrow";
            case COMING_WEEK -> day(date.getDayOfWeek());
            case HALF_YEAR -> date(date);
            case FAR -> date(date) + " " + date.getYear();
        };
    }
}
