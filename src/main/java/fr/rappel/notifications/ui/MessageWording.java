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
}
