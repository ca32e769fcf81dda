package fr.rappel.calendar;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the calendar.
 *
 * @param openHolidays public holidays on which the line keeps its weekly hours, for instance {@code whit-monday} where
 *     that day is worked (journée de solidarité); none by default
 */
@ConfigurationProperties("rappel.calendar")
record CalendarSettings(@DefaultValue Set<PublicHoliday> openHolidays) {

    /** The public holidays on which the line stays closed. */
    Set<PublicHoliday> closedHolidays() {
        var closed = EnumSet.allOf(PublicHoliday.class);
        closed.removeAll(openHolidays);
        return closed;
    }
}
