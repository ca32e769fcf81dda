package fr.rappel.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import fr.rappel.shared.Defaults;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the organisation's hours ({@code opening-hours.csv}) once, in an empty database. */
@Component
class OpeningHoursSeed implements SmartInitializingSingleton {

    /** The first hours hold for the past as well: the line had them before Rappel came. */
    private static final LocalDate ALWAYS = LocalDate.EPOCH;

    private static final Map<String, DayOfWeek> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .collect(toMap(day -> day.getDisplayName(TextStyle.FULL, Locale.FRENCH), day -> day));

    /** Reads 24:00 as the midnight that ends the day. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_LOCAL_TIME.withResolverStyle(ResolverStyle.SMART);

    private final Defaults defaults;
    private final OpeningHoursRepository openingHours;
    private final CalendarRevision revision;
    private final CurrentSchedule current;
    private final TransactionTemplate transaction;

    OpeningHoursSeed(
            Defaults defaults,
            OpeningHoursRepository openingHours,
            CalendarRevision revision,
            CurrentSchedule current,
            TransactionTemplate transaction) {
        this.defaults = defaults;
        this.openingHours = openingHours;
        this.revision = revision;
        this.current = current;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            // Locks the calendar, so that of two nodes starting together the second sees what the first has stored.
            revision.advance();
            if (openingHours.count() == 0) {
                openingHours.save(new OpeningHours(read()));
            }
        });
        current.refresh();
    }

    private WeeklyHours read() {
        return new WeeklyHours(
                ALWAYS,
                defaults.csv("opening-hours.csv").stream()
                        .collect(groupingBy(OpeningHoursSeed::weekday, mapping(OpeningHoursSeed::interval, toList()))));
    }

    private static DayOfWeek weekday(CSVRecord line) {
        var day = WEEKDAYS.get(line.get("jour").strip());
        if (day == null) {
            throw new IllegalArgumentException("opening-hours.csv, record " + line.getRecordNumber()
                    + ": unknown weekday; expected one of " + WEEKDAYS.keySet());
        }
        return day;
    }

    private static OpenInterval interval(CSVRecord line) {
        return new OpenInterval(LocalTime.parse(line.get("debut"), TIME), LocalTime.parse(line.get("fin"), TIME));
    }
}
