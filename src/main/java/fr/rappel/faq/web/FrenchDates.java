package fr.rappel.faq.web;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.SpokenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Days of the line's zone as templates write them. */
@Component
class FrenchDates {

    private final LineCalendar calendar;

    FrenchDates(LineCalendar calendar) {
        this.calendar = calendar;
    }

    /** "3 mars 2026", "1er mai 2026". */
    public String written(Instant instant) {
        return SpokenTime.in(Locale.FRENCH).dateWithYear(day(instant));
    }

    /** The day of an instant, which prints as "2026-03-03". */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, calendar.zone());
    }
}
