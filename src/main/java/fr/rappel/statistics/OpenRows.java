package fr.rappel.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The requests behind the backlog: open at the end of a period, or now if that is to come, by a replay of their timelines. */
@Component
class OpenRows {

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
        RowPlace place = after == null ? new RowPlace(until.to(), 0, 0) : after;
        Lives lives = new Lives();
        events.readOpen(until, place, size, closedSince(period, until, place, size), lives);
        List<Event> looked = lives.receptions();
        List<Event> open = lives.open();
        return new EventPage(
                open.stream().filter(event -> query.asksFor(event, days.zone())).toList(),
                looked.size() < size
                        ? null
                        : RowPlace.of(looked.getLast(), place.shown() + open.size())
                                .toString());
    }

    /**
     * How many of those that were closed later may still be on the page: none if the end is to come, else as many as were
     * counted, so that the last page does not look through all that was ever received.
     */
    private long closedSince(Period period, Moments until, RowPlace place, int size) {
        if (until.to().isAfter(clock.instant())) {
            return 0;
        }
        LocalDate next = period.to().plusDays(1);
        if (uncounted.first().filter(first -> !first.isBefore(next)).isEmpty()) {
            return size;
        }
        Lives others = new Lives();
        events.readPerhapsOpen(until, others);
        long othersToCome = others.open().stream().filter(place::isAfter).count();
        return Math.clamp(stored.openBefore(next) - place.shown() - othersToCome, 0, size);
    }

    /** What happened to each of some requests. */
    private static final class Lives implements Consumer<Event> {

        private static final Comparator<Event> LAST_RECEIVED_FIRST = Comparator.comparing(Event::at)
                .thenComparing(event -> event.request().id())
                .reversed();

        private final Map<Long, List<Event>> byRequest = new HashMap<>();

        @Override
        public void accept(Event event) {
            byRequest
                    .computeIfAbsent(event.request().id(), id -> new ArrayList<>())
                    .add(event);
        }

        List<Event> receptions() {
            return byRequest.values().stream()
                    .map(List::getFirst)
                    .sorted(LAST_RECEIVED_FIRST)
                    .toList();
        }

        /** Of those that were open after all that. */
        List<Event> open() {
            return receptions().stream()
                    .filter(event ->
                            isOpen(byRequest.getOrDefault(event.request().id(), List.of())))
                    .map(event -> new Event(Measure.OPEN, event.at(), event.request(), null, null, 0, 0))
                    .toList();
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
    }
}
