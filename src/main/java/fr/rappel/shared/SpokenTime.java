package fr.rappel.shared;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/** Days, times and durations as a reader says them: in English for English readers, in French for everybody else. */
public sealed interface SpokenTime permits FrenchTime, EnglishTime {

    /** The one for readers of that locale. */
    static SpokenTime in(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? EnglishTime.ENGLISH : FrenchTime.FRENCH;
    }

    /** A time to the minute. */
    String time(LocalTime time);

    /** The time at which an interval of a day ends, midnight being the end of the day. */
    String endTime(LocalTime time);

    /** The name of a weekday. */
    String day(DayOfWeek day);

    /** A date without its year. */
    String date(LocalDate date);

    /** A date with its year and without its weekday. */
    String dateWithYear(LocalDate date);

    /** Days from a first to a last one, as they stand in a sentence; what both have in common is said once. */
    String days(LocalDate first, LocalDate last);

    /**
     * A day as one says it today: yesterday, today, tomorrow, the weekday alone for the six days to come, else the date,
     * with its year when it is more than half a year away.
     */
    String relativeDay(LocalDate date, LocalDate today);

    /** A day and a time in one phrase, from words made above. */
    String dayAndTime(String day, String time);

    /**
     * A duration in whole minutes, rounded down.
     *
     * @throws IllegalArgumentException if it is negative
     */
    String duration(Duration duration);

    /** An instant as the clock and calendar of a zone show it, its day as in {@link #relativeDay}. */
    default String relativeDayAndTime(Instant instant, Instant now, ZoneId zone) {
        var local = instant.atZone(zone);
        var day = relativeDay(local.toLocalDate(), LocalDate.ofInstant(now, zone));
        return dayAndTime(day, time(local.toLocalTime()));
    }
}
