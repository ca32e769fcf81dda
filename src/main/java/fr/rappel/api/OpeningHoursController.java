package fr.rappel.api;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.calendar.DaySchedule;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.calendar.LineState;
import fr.rappel.calendar.OpenInterval;
import fr.rappel.calendar.Rule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/opening-hours")
@AnonymousAllowed
@Tag(name = "Visitors")
class OpeningHoursController {

    private final LineCalendar calendar;
    private final Clock clock;

    OpeningHoursController(LineCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Is the line open, now or at an instant, and by which rule?")
    State at(@RequestParam(required = false) @Nullable Instant at) {
        LineState state = calendar.stateAt(at == null ? clock.instant() : at);
        return new State(
                offset(state.at(), state.zone()),
                state.open(),
                state.rule(),
                state.reason(),
                offset(state.closesAt(), state.zone()),
                offset(state.opensAt(), state.zone()),
                state.zone().getId());
    }

    @GetMapping("/week")
    @Operation(summary = "Monday to Sunday around a date, exceptions and holidays included")
    List<Day> week(@RequestParam(required = false) @Nullable LocalDate of) {
        LocalDate date = of == null ? LocalDate.ofInstant(clock.instant(), calendar.zone()) : of;
        return calendar.week(date).stream().map(Day::of).toList();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }

    record State(
            @Nullable OffsetDateTime at,
            boolean open,
            Rule rule,
            @Nullable String reason,
            @Nullable OffsetDateTime closesAt,
            @Nullable OffsetDateTime opensAt,
            String zone) {}

    /**
     * @param reason name of the holiday, or label of the exception or closure
     */
    record Day(LocalDate date, Rule rule, @Nullable String reason, List<Interval> intervals) {

        static Day of(DaySchedule day) {
            return new Day(
                    day.date(),
                    day.rule(),
                    day.reason(),
                    day.intervals().stream()
                            .map(interval -> new Interval(interval.from().toString(), end(interval)))
                            .toList());
        }
    }

    private static String end(OpenInterval interval) {
        return interval.endsWithDay() ? "24:00" : interval.to().toString();
    }

    /**
     * @param from included, "HH:mm"
     * @param to excluded, "HH:mm", "24:00" at the end of the day
     */
    record Interval(String from, String to) {}
}
