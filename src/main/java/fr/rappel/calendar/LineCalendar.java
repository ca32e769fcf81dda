package fr.rappel.calendar;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.PlainText;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * The calendar of the line: when it is open, by which rule, and what supervisors may change. Emergency closure prevails
 * over an exception of the date, that over a public holiday, that over the weekly hours.
 *
 * <p>The line is open at an instant when the clock on the wall of its zone shows a time of an open interval, the start
 * included, the end excluded: at 12:29:59 it is open, at 12:30:00 it is not. Durations count elapsed time, on the days
 * of a clock change too. Before year 1 and after year 9999 the line is closed; what opens or closes next is looked for
 * five years ahead.
 *
 * <p>Questions are answered from memory. A change is seen by this node as soon as it is committed, by the others at
 * most five seconds later.
 */
@Service
@Validated
public class LineCalendar {

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private final CurrentSchedule current;
    private final CalendarRevision revision;
    private final OpeningExceptionRepository exceptions;
    private final EmergencyClosureRepository closures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LineCalendar(
            CurrentSchedule current,
            CalendarRevision revision,
            OpeningExceptionRepository exceptions,
            EmergencyClosureRepository closures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.current = current;
        this.revision = revision;
        this.exceptions = exceptions;
        this.closures = closures;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the line is open at an instant, by which rule, and when that changes. */
    @AnonymousAllowed
    public LineState stateAt(Instant at) {
        return current.get().stateAt(at);
    }

    /** {@link #stateAt} of this instant. */
    @AnonymousAllowed
    public LineState now() {
        return stateAt(clock.instant());
    }

    /** Whether the line is open at an instant. */
    @AnonymousAllowed
    public boolean isOpen(Instant at) {
        return current.get().isOpen(at);
    }

    /** The first instant, {@code from} included, at which the line is open; none if none is known within five years. */
    @AnonymousAllowed
    public Optional<Instant> nextOpening(Instant from) {
        return current.get().nextOpening(from);
    }

    /**
     * The end of the opening that runs at {@code from} or, if the line is closed then, of the one that comes next; none
     * if the line does not open, or not close any more, within five years.
     */
    @AnonymousAllowed
    public Optional<Instant> nextClosing(Instant from) {
        return current.get().nextClosing(from);
    }

    /** Whole minutes of {@link #openTimeBetween}. */
    @AnonymousAllowed
    public long openMinutesBetween(Instant from, Instant to) {
        return openTimeBetween(from, to).toMinutes();
    }

    /**
     * How long the line is open from one instant (included) to another (excluded). Nothing lies between them when the
     * second precedes the first: the answer is then zero, for the clocks of two nodes may differ by a moment. Takes time
     * proportional to the days between.
     */
    @AnonymousAllowed
    public Duration openTimeBetween(Instant from, Instant to) {
        return current.get().openTimeBetween(from, to);
    }

    /**
     * The earliest instant at which {@code minutes} open minutes have passed since {@code from}: for none, {@code from}
     * itself, open or not; where they end with an interval, the end of that interval, at which the line is no longer
     * open.
     *
     * @throws IllegalArgumentException if {@code minutes} is negative
     * @throws NoOpeningKnown if the line does not open that long within five years
     */
    @AnonymousAllowed
    public Instant afterOpenMinutes(Instant from, long minutes) {
        if (minutes < 0) {
            throw new IllegalArgumentException("Negative number of open minutes: " + minutes);
        }
        if (minutes > LineSchedule.SEARCH.toMinutes()) {
            throw new NoOpeningKnown();
        }
        return current.get().afterOpenTime(from, Duration.ofMinutes(minutes)).orElseThrow(NoOpeningKnown::new);
    }

    /**
     * The earliest instant from which the line is open for no longer than that until {@code to}: who has waited since before
     * it has waited longer. None if the line was not open for longer, within some years.
     */
    @AnonymousAllowed
    public Optional<Instant> beforeOpenTime(Instant to, Duration openTime) {
        return current.get().beforeOpenTime(to, openTime);
    }

    /**
     * The plan of the seven days, Monday to Sunday, of the week in which a day lies.
     *
     * @throws OutsideCalendar if one of them is not in the years 1 to 9999
     */
    @AnonymousAllowed
    public List<DaySchedule> week(LocalDate anyDayOfIt) {
        requireInside(anyDayOfIt);
        var monday = anyDayOfIt.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return days(monday, monday.plusDays(6));
    }

    /**
     * The plan of each day of a period; of none when it ends before it starts.
     *
     * @throws OutsideCalendar if a day is not in the years 1 to 9999
     */
    @AnonymousAllowed
    public List<DaySchedule> days(LocalDate from, LocalDate toInclusive) {
        requireInside(from);
        requireInside(toInclusive);
        if (toInclusive.isBefore(from)) {
            return List.of();
        }
        return from.datesUntil(toInclusive.plusDays(1)).map(current.get()::day).toList();
    }

    /** The weekly hours valid today in the zone of the line, without holidays and exceptions. */
    @AnonymousAllowed
    public WeeklyHours weeklyHours() {
        return current.get().weeklyHours(today());
    }

    /** The exceptions of a day and later, by date. */
    @AnonymousAllowed
    public List<DatedException> exceptions(LocalDate from) {
        return current.get().exceptions(from);
    }

    /** The zone in which the line's hours are read, and should be shown. */
    @AnonymousAllowed
    public ZoneId zone() {
        return current.get().zone();
    }

    /**
     * Gives a date hours of its own.
     *
     * @return the number of the exception
     * @throws DateInThePast if the date is before today
     * @throws DateHasException if the date already has one
     * @throws OverlappingIntervals if two intervals share a minute
     */
    @Transactional
    @RolesAllowed(Roles.SUPERVISOR)
    public long addException(@Valid AddException command) {
        revision.advance();
        requireInside(command.date());
        requireNotPast(command.date());
        if (exceptions.existsByOnDate(command.date())) {
            throw new DateHasException();
        }
        var added = exceptions.save(new OpeningException(command));
        events.publishEvent(new CalendarChanged(clock.instant()));
        return added.id();
    }

    /**
     * Gives a date its ordinary hours back.
     *
     * @throws ExceptionNotFound if there is no such exception
     * @throws DateInThePast if its date is before today
     */
    @Transactional
    @RolesAllowed(Roles.SUPERVISOR)
    public void removeException(long id) {
        revision.advance();
        var exception = exceptions.findById(id).orElseThrow(ExceptionNotFound::new);
        requireNotPast(exception.date());
        exceptions.delete(exception);
        events.publishEvent(new CalendarChanged(clock.instant()));
    }

    /**
     * Closes the line from this instant on, whatever the other rules say. Closing a closed line again replaces reason
     * and end.
     *
     * @param reason in words for the public, at most 200 characters on one line
     * @param until announced end; none when the line stays closed until somebody reopens it
     * @throws ClosureEndsTooEarly if the announced end is not in the future
     * @throws OutsideCalendar if it is not before year 10000
     */
    @Transactional
    @RolesAllowed(Roles.SUPERVISOR)
    public void closeNow(@PlainText(max = AddException.LABEL_LENGTH) String reason, @Nullable Instant until) {
        revision.advance();
        if (until != null && !until.isBefore(END)) {
            throw new OutsideCalendar();
        }
        var now = storable(clock.instant());
        var end = until == null ? null : storable(until);
        var words = CleanText.clean(reason);
        running(now).ifPresent(closure -> closure.end(now));
        closures.save(new EmergencyClosure(now, words, end));
        events.publishEvent(new LineClosed(now, words, end));
        events.publishEvent(new CalendarChanged(now));
    }

    /**
     * Ends the emergency closure; the other rules decide again.
     *
     * @throws LineNotClosed if there is none
     */
    @Transactional
    @RolesAllowed(Roles.SUPERVISOR)
    public void reopen() {
        revision.advance();
        var now = storable(clock.instant());
        running(now).orElseThrow(LineNotClosed::new).end(now);
        events.publishEvent(new LineReopened(now));
        events.publishEvent(new CalendarChanged(now));
    }

    private Optional<EmergencyClosure> running(Instant now) {
        return closures.findFirstByOrderByIdDesc().filter(closure -> closure.isRunning(now));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** An instant as the database keeps it, to the microsecond: its rounding must not move it into the future. */
    private static Instant storable(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private void requireNotPast(LocalDate date) {
        if (date.isBefore(today())) {
            throw new DateInThePast();
        }
    }

    private static void requireInside(LocalDate date) {
        if (date.isBefore(LineSchedule.FIRST_DAY) || date.isAfter(LineSchedule.LAST_DAY)) {
            throw new OutsideCalendar();
        }
    }
}
