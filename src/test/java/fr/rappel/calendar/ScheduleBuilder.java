package fr.rappel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes schedules down the way people say them: {@code "09:00-12:30 13:30-17:00"}, on the clock of the zone. */
final class ScheduleBuilder {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ZoneId zone;
    private final List<WeeklyHours> weekly = new ArrayList<>();
    private final List<DatedException> exceptions = new ArrayList<>();
    private final List<Closure> closures = new ArrayList<>();
    private Set<PublicHoliday> closedHolidays = EnumSet.allOf(PublicHoliday.class);

    ScheduleBuilder(ZoneId zone) {
        this.zone = zone;
    }

    /** A line in Paris with the hours of the default data. */
    static ScheduleBuilder line() {
        return new ScheduleBuilder(PARIS).weekly("1970-01-01", defaultWeek());
    }

    static Map<DayOfWeek, String> defaultWeek() {
        var week = everyDay("09:00-12:30 13:30-17:00");
        week.put(DayOfWeek.FRIDAY, "09:00-12:00 13:30-16:30");
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    static Map<DayOfWeek, String> everyDay(String intervals) {
        var week = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, intervals));
        return week;
    }

    static List<OpenInterval> intervals(String text) {
        return Arrays.stream(text.split(" "))
                .filter(interval -> !interval.isEmpty())
                .map(ScheduleBuilder::interval)
                .toList();
    }

    private static OpenInterval interval(String text) {
        var to = text.substring(6);
        return new OpenInterval(
                LocalTime.parse(text.substring(0, 5)), to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
    }

    ScheduleBuilder weekly(String validFrom, Map<DayOfWeek, String> week) {
        var days = new EnumMap<DayOfWeek, List<OpenInterval>>(DayOfWeek.class);
        week.forEach((day, text) -> days.put(day, intervals(text)));
        weekly.add(new WeeklyHours(LocalDate.parse(validFrom), days));
        return this;
    }

    ScheduleBuilder exception(String date, String label, String intervals) {
        exceptions.add(new DatedException(exceptions.size() + 1, LocalDate.parse(date), label, intervals(intervals)));
        return this;
    }

    ScheduleBuilder closure(Instant from, Instant to, String reason) {
        closures.add(new Closure(from, to, reason));
        return this;
    }

    ScheduleBuilder closure(String from, String to, String reason) {
        return closure(at(from), at(to), reason);
    }

    ScheduleBuilder closedOn(Set<PublicHoliday> holidays) {
        closedHolidays = holidays;
        return this;
    }

    LineSchedule build() {
        return new LineSchedule(zone, weekly, exceptions, closedHolidays, closures);
    }

    Instant at(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }
}
