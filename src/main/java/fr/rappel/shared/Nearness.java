package fr.rappel.shared;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How near a day is to today, which decides how one names it. */
enum Nearness {
    YESTERDAY,
    TODAY,
    TOMORROW,
    /** Two to six days ahead: the weekday alone leaves no doubt. */
    COMING_WEEK,
    /** At most half a year away, before or after: the date needs no year. */
    HALF_YEAR,
    FAR;

    static Nearness of(LocalDate date, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, date);
        if (days >= -1 && days <= 1) {
            return days < 0 ? YESTERDAY : days == 0 ? TODAY : TOMORROW;
        }
        if (days > 1 && days <= 6) {
            return COMING_WEEK;
        }
        return Math.abs(days) <= 183 ? HALF_YEAR : FAR;
    }
}
