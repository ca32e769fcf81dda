package fr.rappel.notifications.ui;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.SpokenTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** How these screens write moments and references. */
@Service
record MessageWording(LineCalendar calendar, Clock clock) {

    String moment(Instant instant, Locale locale) {
        return SpokenTime.in(locale).relativeDayAndTime(instant, clock.instant(), calendar.zone());
    }

    /** As its visitor reads it: two groups of four are easier to say. */
    static String reference(String reference) {
        return reference.length() == 8 ? reference.substring(0, 4) + '\u00A0' + reference.substring(4) : reference;
    }
}
