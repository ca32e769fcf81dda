package fr.rappel.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The requests behind the backlog: open at the end of a period, or now if that is to come, by a replay of their timelines. */
@Component
class OpenRows {

    private static final Comparator<Event> LAST_RECEIVED_FIRST = Comparator.comparing(Event::at)
            .thenComparing(event -> event.request().id())
            .reversed();

    private final EventReader events;
    private final EventDays days;
    private final StoredCounts stored;
    private final UncountedDays uncounted;
    private final Clock clock;

    OpenRows(EventReader events, EventDays days, StoredCounts stored, UncountedDays uncounted, Clock clock) {
        this.events = events;
        this.days = days;
        this.stored = stored;
        this.uncounted = uncounted;
        this.clock = clock;
    }

    /** A page of them, those received last first; each as its reception. */
    EventPage page(RowQuery query, @Nullable RowPlace after, int size) {
        Period period = query.period();
        Moments until = new Moments(Instant.EPOCH, period.moments(days.zone()).to());
        long shown = after == null ? 0 : after.shown();
        RowPlace place = after == null ? new RowPlace(until.to(), "", 0) : after;
        Map<String, List<Event>> lives = new HashMap<>();
        events.readOpen(
                until,
                place,
                size,
                closedSince(period, until, shown, size),
                event -> lives.computeIfAbsent(event.request().reference(), reference -> new ArrayList<>())
                        .add(event));
        List<Event> looked = lives.values().stream()
                .map(List::getFirst)
                .sorted(LAST_RECEIVED_FIRST)
                .toList();
        List<Event> open = looked.stream()
                .filter(event -> isOpen(lives.getOrDefault(event.request().reference(), List.of())))
                .map(OpenRows::asOpen)
                .toList();
        return new EventPage(
                open.stream().filter(event -> query.asksFor(event, days.zone())).toList(),
                looked.size() < size
                        ? null
                        : RowPlace.of(looked.getLast(), shown + open.size()).toString());
    }

    /**
     * How many of those that were closed later may be on the page. None if the end is to come; else no more than were counted,
     * so that the last page does not look through all that was ever received.
     */
    private long closedSince(Period period, Moments until, long shown, int size) {
        if (until.to().isAfter(clock.instant())) {
            return 0;
        }
        LocalDate next = period.to().plusDays(1);
        boolean isCounted =
                uncounted.first().filter(first -> !first.isBefore(next)).isPresent();
        return isCounted ? Math.clamp(stored.openBefore(next) - shown, 0, size) : size;
    }

    private static boolean isOpen(List<Event> life) {
        return life.stream()
                        .mapToInt(event -> switch (event.measure()) {
                            case RECEIVED, REOPENED -> 1;
                            case CLOSED -> -1;
                            default -> 0;
                        })
                        .sum()
                > 0;
    }

    private static Event asOpen(Event received) {
        return new Event(Measure.OPEN, received.at(), received.request(), null, null, 0, 0);
    }
}
