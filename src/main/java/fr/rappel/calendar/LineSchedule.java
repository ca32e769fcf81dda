package fr.rappel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All arithmetic of the calendar: immutable, without clock or database.
 *
 * <p>The line is open at an instant when the clock on the wall of {@code zone} then shows a time of an open interval,
 * start included, end excluded. So an hour that a clock change skips is never open, and an hour that it repeats is open
 * twice; durations are counted on instants, so that both are measured as they are lived.
 *
 * <p>Seen along time, the answer is a step function, and {@link #stretchAt} gives the step that holds at an instant and
 * where it ends. Every other answer walks from step to step, a handful a day. Before year 1 and after year 9999 the
 * line is closed; searches give up after {@link #SEARCH}. Hence no input makes a walk endless.
 */
final class LineSchedule {

    /** How far ahead an opening or closing is looked for: five years. */
    static final Duration SEARCH = Duration.ofDays(5 * 366);

    static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final ZoneId zone;
    private final ZoneRules rules;
    private final Instant first;
    private final Instant last;
    private final NavigableMap<LocalDate, WeeklyHours> weekly;
    private final NavigableMap<LocalDate, DatedException> exceptions;
    private final Set<PublicHoliday> closedHolidays;
    private final NavigableMap<Instant, Closure> closures;

    /** The answer from an instant on, constant at least until {@code end} (excluded). */
    private record Stretch(
            boolean open, Rule rule, @Nullable String reason, Instant end) {

        Stretch endingAt(Instant earlier) {
            return earlier.isBefore(end) ? new Stretch(open, rule, reason, earlier) : this;
        }
    }

    /**
     * @param closures in any order; one ends at the latest when the next begins, since closing again replaces what was
     *     said before
     */
    LineSchedule(
            ZoneId zone,
            Collection<WeeklyHours> weekly,
            Collection<DatedException> exceptions,
            Set<PublicHoliday> closedHolidays,
            Collection<Closure> closures) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.first = FIRST_DAY.atStartOfDay(zone).toInstant();
        this.last = LAST_DAY.plusDays(1).atStartOfDay(zone).toInstant();
        this.weekly = byKey(weekly, WeeklyHours::validFrom);
        this.exceptions = byKey(exceptions, DatedException::date);
        this.closedHolidays = EnumSet.noneOf(PublicHoliday.class);
        this.closedHolidays.addAll(closedHolidays);
        this.closures = byKey(closures, Closure::from);
    }

    ZoneId zone() {
        return zone;
    }

    LineState stateAt(Instant at) {
        var stretch = stretchAt(at);
        var changesAt = firstFrom(at, !stretch.open()).orElse(null);
        return new LineState(
                at,
                stretch.open(),
                stretch.rule(),
                stretch.reason(),
                stretch.open() ? changesAt : null,
                stretch.open() ? null : changesAt,
                zone);
    }

    boolean isOpen(Instant at) {
        return stretchAt(at).open();
    }

    Optional<Instant> nextOpening(Instant from) {
        return firstFrom(from, true);
    }

    Optional<Instant> nextClosing(Instant from) {
        return nextOpening(from).flatMap(opening -> firstFrom(opening, false));
    }

    Duration openTimeBetween(Instant from, Instant to) {
        var total = Duration.ZERO;
        for (Instant at = from; at.isBefore(to); ) {
            var stretch = stretchAt(at).endingAt(to);
            if (stretch.open()) {
                total = total.plus(Duration.between(at, stretch.end()));
            }
            at = stretch.end();
        }
        return total;
    }

    /** The earliest instant until which this much open time has passed since {@code from}. */
    Optional<Instant> afterOpenTime(Instant from, Duration time) {
        if (time.isZero()) {
            return Optional.of(from);
        }
        var left = time;
        var limit = searchLimit(from);
        for (Instant at = from; at.isBefore(limit); ) {
            var stretch = stretchAt(at);
            if (stretch.open()) {
                var length = Duration.between(at, stretch.end());
                if (length.compareTo(left) >= 0) {
                    return Optional.of(at.plus(left));
                }
                left = left.minus(length);
            }
            at = stretch.end();
        }
        return Optional.empty();
    }

    /** The earliest instant from which no more than this open time passes until {@code to}; none if not more ever did. */
    Optional<Instant> beforeOpenTime(Instant to, Duration time) {
        for (long days = 1; days <= SEARCH.toDays(); days *= 2) {
            var from = to.minus(Duration.ofDays(days));
            var excess = openTimeBetween(from, to).minus(time);
            if (excess.isPositive()) {
                return afterOpenTime(from, excess);
            }
        }
        return Optional.empty();
    }

    /** The plan of a day: exception, else holiday, else weekly hours. */
    DaySchedule day(LocalDate date) {
        var exception = exceptions.get(date);
        if (exception != null) {
            return new DaySchedule(date, exception.intervals(), Rule.EXCEPTION, exception.label());
        }
        for (var holiday : closedHolidays) {
            if (holiday.isOn(date)) {
                return new DaySchedule(date, List.of(), Rule.HOLIDAY, holiday.frenchName());
            }
        }
        return new DaySchedule(date, weeklyHours(date).on(date.getDayOfWeek()), Rule.WEEKLY, null);
    }

    /** The weekly hours valid on a day; without any interval before the first known ones. */
    WeeklyHours weeklyHours(LocalDate date) {
        var valid = weekly.floorEntry(date);
        return valid != null ? valid.getValue() : new WeeklyHours(date, Map.of());
    }

    /** The exceptions from a day on, by date. */
    List<DatedException> exceptions(LocalDate from) {
        return List.copyOf(exceptions.tailMap(from, true).values());
    }

    private Optional<Instant> firstFrom(Instant from, boolean open) {
        var limit = searchLimit(from);
        for (Instant at = from; at.isBefore(limit); ) {
            var stretch = stretchAt(at);
            if (stretch.open() == open) {
                return Optional.of(at);
            }
            at = stretch.end();
        }
        return Optional.empty();
    }

    private Instant searchLimit(Instant from) {
        return from.isBefore(last) ? from.plus(SEARCH) : from;
    }

    private Stretch stretchAt(Instant at) {
        if (at.isBefore(first)) {
            return new Stretch(false, Rule.WEEKLY, null, first);
        }
        if (!at.isBefore(last)) {
            return new Stretch(false, Rule.WEEKLY, null, Instant.MAX);
        }
        var begun = closures.floorEntry(at);
        var next = closures.higherKey(at);
        var stretch = begun != null && begun.getValue().covers(at)
                ? new Stretch(
                        false,
                        Rule.EMERGENCY,
                        begun.getValue().reason(),
                        begun.getValue().to())
                : plannedAt(at);
        return next != null ? stretch.endingAt(next) : stretch;
    }

    /** What the plan says from an instant until the interval, the break, the day or the offset of the zone ends. */
    private Stretch plannedAt(Instant at) {
        var offset = rules.getOffset(at);
        var wall = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), offset);
        var day = day(wall.toLocalDate());
        boolean open = false;
        var until = LocalTime.MIDNIGHT;
        for (var interval : day.intervals()) {
            if (wall.toLocalTime().isBefore(interval.from())) {
                until = interval.from();
                break;
            }
            if (interval.contains(wall.toLocalTime())) {
                open = true;
                until = interval.to();
                break;
            }
        }
        var stretch = new Stretch(open, day.rule(), day.reason(), instantOf(day.date(), until, offset));
        var transition = rules.nextTransition(at);
        return transition != null ? stretch.endingAt(transition.getInstant()) : stretch;
    }

    private static Instant instantOf(LocalDate date, LocalTime until, ZoneOffset offset) {
        return date.plusDays(until.equals(LocalTime.MIDNIGHT) ? 1 : 0)
                .atTime(until)
                .toInstant(offset);
    }

    private static <K extends Comparable<? super K>, V> NavigableMap<K, V> byKey(
            Collection<V> values, Function<V, K> key) {
        return values.stream()
                .collect(Collectors.toMap(key, Function.identity(), (former, latter) -> latter, TreeMap::new));
    }
}
