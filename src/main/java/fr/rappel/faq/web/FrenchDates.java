package fr.rappel.faq.web;

import fr.rappel.calendar.LineCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Days of the line's zone as templates write them. */
@Component
class FrenchDates {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter FIRST_OF_MONTH =
            DateTimeFormatter.ofPattern("d'er' MMMM yyyy", Locale.FRENCH);

    private final LineCalendar calendar;

    FrenchDates(LineCalendar calendar) {
        this.calendar = calendar;
    }

    /** "3 mars 2026", "1er mai 2026". */
    public String written(Instant instant) {
        var date = day(instant);
        return (date.getDayOfMonth() == 1 ? FIRST_OF_MONTH : DATE).format(date);
    }

    /** The day of an instant, which prints as "2026-03-03". */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, calendar.zone());
    }
}
