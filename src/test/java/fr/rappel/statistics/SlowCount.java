package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.TimelineEntry;
import fr.rappel.statistics.InventedLives.Fact;
import fr.rappel.statistics.InventedLives.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The oracle: looks at every fact by itself, in both directions, and at every minute of a wait. Slow and obvious. */
final class SlowCount {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A reception is nobody's doing; whatever else is an agent's, or "-" where it is the visitor's. */
    private static final Set<Measure> OF_AGENTS = EnumSet.complementOf(EnumSet.of(Measure.RECEIVED, Measure.OPEN));

    private static final Set<Measure> WITH_OUTCOME = EnumSet.of(
            Measure.CALL,
            Measure.REACHED,
            Measure.FIRST_ATTEMPT,
            Measure.REACHED_FIRST,
            Measure.CLOSED,
            Measure.HANDLED,
            Measure.RATED,
            Measure.SATISFIED);

    /** One thing that counts. */
    record Entry(long life, Measure measure, Dimension dimension, String item, long total) {}

    /** Whether the line is open in a minute, by the calendar as it was known at some moment. */
    interface Opening {

        boolean isOpen(Instant minute, Instant knownAt);
    }

    private final Opening opening;
    private final NavigableMap<LocalDate, List<Entry>> entries = new TreeMap<>();

    SlowCount(LineCalendar calendar, List<Life> lives) {
        this((minute, knownAt) -> calendar.isOpen(minute), lives);
    }

    SlowCount(Opening opening, List<Life> lives) {
        this.opening = opening;
        lives.forEach(this::count);
    }

    /** Everything of a period, as "events/total" by cell. */
    Map<Tally.Cell, Amount> of(LocalDate from, LocalDate to, Set<Dimension> dimensions) {
        Map<Tally.Cell, Amount> sums = new HashMap<>();
        between(from, to)
                .filter(entry -> dimensions.contains(entry.dimension))
                .forEach(entry -> sums.merge(
                        new Tally.Cell(entry.measure, entry.dimension, entry.item),
                        new Amount(1, entry.total),
                        (one, other) -> new Amount(one.events() + other.events(), one.total() + other.total())));
        return sums;
    }

    /** How many first calls of each item of a dimension had been waited for how many open minutes. */
    Map<String, Map<Integer, Long>> waitsOf(LocalDate from, LocalDate to, Dimension dimension) {
        Map<String, Map<Integer, Long>> waits = new HashMap<>();
        between(from, to)
                .filter(entry -> entry.measure == Measure.FIRST_CALL && entry.dimension == dimension)
                .forEach(entry -> waits.computeIfAbsent(entry.item, item -> new HashMap<>())
                        .merge((int) entry.total, 1L, Long::sum));
        return waits;
    }

    private Stream<Entry> between(LocalDate from, LocalDate to) {
        return entries.subMap(from, true, to, true).values().stream().flatMap(List::stream);
    }

    long openAtEndOf(LocalDate day) {
        return requestsOpenAtEndOf(day).size();
    }

    /** The numbers of the requests that were open then. */
    Set<Long> requestsOpenAtEndOf(LocalDate day) {
        Map<Long, Integer> open = new HashMap<>();
        entries.headMap(day, true).values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.dimension == Dimension.ALL)
                .forEach(entry -> open.merge(
                        entry.life,
                        switch (entry.measure) {
                            case RECEIVED, REOPENED -> 1;
                            case CLOSED -> -1;
                            default -> 0;
                        },
                        Integer::sum));
        open.values().removeIf(times -> times == 0);
        return open.keySet();
    }

    /** When a request was closed that still is, at the end of its life. */
    static Optional<Instant> closedAt(Life life) {
        List<Fact> steps = life.facts().stream().filter(SlowCount::isStep).toList();
        Optional<Instant> closed = Optional.empty();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).kind() == FactKind.REOPENED) {
                closed = Optional.empty();
            } else if (steps.get(i).kind() == FactKind.CLOSED && !takenBack(steps, i)) {
                closed = Optional.of(steps.get(i).at());
            }
        }
        return closed;
    }

    private void count(Life life) {
        List<Fact> facts = life.facts().stream().filter(SlowCount::isStep).toList();
        for (int i = 0; i < facts.size(); i++) {
            if (!takenBack(facts, i)) {
                count(life, facts, i);
            }
        }
        for (int i = 0; i < life.facts().size(); i++) {
            if (life.facts().get(i).kind() == FactKind.RATED) {
                rated(life, facts, i);
            }
        }
    }

    private static boolean isStep(Fact fact) {
        return fact.kind() != FactKind.NOTED && fact.kind() != FactKind.RATED;
    }

    /** A rating stands unless the next thing that happens is another one, less than a quarter of an hour later. */
    private void rated(Life life, List<Fact> steps, int i) {
        Fact rating = life.facts().get(i);
        List<Fact> after = life.facts().subList(i + 1, life.facts().size());
        boolean corrected = !after.isEmpty()
                && after.getFirst().kind() == FactKind.RATED
                && Duration.between(rating.at(), after.getFirst().at()).toMinutes() < 15;
        if (corrected) {
            return;
        }
        long before =
                life.facts().subList(0, i).stream().filter(SlowCount::isStep).count();
        int closing = -1;
        for (int j = 0; j < before; j++) {
            closing = steps.get(j).kind() == FactKind.CLOSED && !takenBack(steps, j) ? j : closing;
        }
        Fact closed = closing < 0 ? null : steps.get(closing);
        int calls = callsAmong(life.facts().subList(0, i));
        String agent = closed == null ? null : closed.actor() == null ? lastCaller(steps, closing) : closed.actor();
        Fact told = new Fact(
                FactKind.RATED, rating.at(), rating.actor(), closed == null ? null : closed.outcome(), rating.score());
        add(life, told, Measure.RATED, agent, calls, rating.score());
        if (rating.score() > 3) {
            add(life, told, Measure.SATISFIED, agent, calls, rating.score());
        }
    }

    private static int callsAmong(List<Fact> facts) {
        return (int) facts.stream()
                .filter(one -> one.kind() == FactKind.CALL_STARTED)
                .count();
    }

    private static boolean takenBack(List<Fact> facts, int i) {
        Fact fact = facts.get(i);
        FactKind next = i + 1 < facts.size() ? facts.get(i + 1).kind() : null;
        FactKind afterNext = i + 2 < facts.size() ? facts.get(i + 2).kind() : null;
        return switch (fact.kind()) {
            case CLOSED -> next == FactKind.UNDONE;
            case CALL_ENDED ->
                next == FactKind.UNDONE
                        || next == FactKind.CLOSED
                                && facts.get(i + 1).at().equals(fact.at())
                                && afterNext == FactKind.UNDONE;
            default -> false;
        };
    }

    private void count(Life life, List<Fact> facts, int i) {
        Fact fact = facts.get(i);
        int call = callsAmong(facts.subList(0, i + 1));
        boolean reached = fact.outcome() != null
                && Set.of("RESOLVED", "INFORMED", "CALL_LATER", "OUT_OF_SCOPE")
                        .contains(fact.outcome().name());
        switch (fact.kind()) {
            case RECEIVED -> add(life, fact, Measure.RECEIVED, null, 0, 0);
            case REOPENED -> add(life, fact, Measure.REOPENED, fact.actor(), 0, 0);
            case CALL_STARTED -> {
                if (call == 1) {
                    long waited = openMinutes(life.receivedAt(), fact.at());
                    add(life, fact, Measure.FIRST_CALL, fact.actor(), 1, waited);
                    if (waited <= 8 * 60) {
                        add(life, fact, Measure.IN_TIME, fact.actor(), 1, 0);
                    }
                }
            }
            case CALL_ENDED -> {
                String agent = lastCaller(facts, i);
                add(life, fact, Measure.CALL, agent, call, 0);
                if (reached) {
                    add(life, fact, Measure.REACHED, agent, call, 0);
                }
                if (call == 1) {
                    add(life, fact, Measure.FIRST_ATTEMPT, agent, 1, 0);
                }
                if (call == 1 && reached) {
                    add(life, fact, Measure.REACHED_FIRST, agent, 1, 0);
                }
            }
            case CLOSED -> closed(life, facts, i);
            default -> {
                // Not counted.
            }
        }
    }

    private void closed(Life life, List<Fact> facts, int i) {
        int since = 0;
        for (int j = 0; j < i; j++) {
            since = facts.get(j).kind() == FactKind.REOPENED ? j : since;
        }
        List<Duration> spokenFor = new ArrayList<>();
        for (int j = since; j < i; j++) {
            boolean spoken = facts.get(j).kind() == FactKind.CALL_ENDED
                    && facts.get(j).outcome() != CallOutcome.INTERRUPTED
                    && !takenBack(facts, j);
            if (spoken) {
                spokenFor.add(Duration.between(lastStart(facts, j), facts.get(j).at()));
            }
        }
        Fact fact = facts.get(i);
        String agent = fact.actor() == null ? lastCaller(facts, i) : fact.actor();
        int lastCall = callsAmong(facts.subList(0, i));
        add(life, fact, Measure.CLOSED, agent, lastCall, callsAmong(facts.subList(since, i)));
        if (!spokenFor.isEmpty()) {
            long seconds = spokenFor.stream().mapToLong(Duration::toSeconds).sum();
            add(life, fact, Measure.HANDLED, agent, lastCall, seconds);
        }
    }

    private static String lastCaller(List<Fact> facts, int i) {
        return facts.subList(0, i).reversed().stream()
                .filter(fact -> fact.kind() == FactKind.CALL_STARTED)
                .findFirst()
                .map(Fact::actor)
                .orElse(null);
    }

    private static Instant lastStart(List<Fact> facts, int i) {
        return facts.subList(0, i).reversed().stream()
                .filter(fact -> fact.kind() == FactKind.CALL_STARTED)
                .findFirst()
                .orElseThrow()
                .at();
    }

    private long openMinutes(Instant from, Instant to) {
        long open = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            open += opening.isOpen(minute, to) ? 1 : 0;
        }
        return open;
    }

    private void add(Life life, Fact fact, Measure measure, String agent, int attempt, long total) {
        ZonedDateTime local = fact.at().atZone(PARIS);
        Map<Dimension, String> items = new HashMap<>(Map.of(
                Dimension.ALL, "",
                Dimension.TOPIC, life.topic(),
                Dimension.REGION, life.region(),
                Dimension.SECTOR, life.sector(),
                Dimension.SIZE, life.size(),
                Dimension.CHANNEL, life.id() % 2 == 0 ? "FORM" : "API",
                Dimension.WEEK_HOUR,
                        local.getDayOfWeek().getValue() + "-" + local.toString().substring(11, 13)));
        if (OF_AGENTS.contains(measure)) {
            items.put(Dimension.AGENT, agent == null || agent.equals(TimelineEntry.VISITOR) ? "-" : agent);
        }
        if (WITH_OUTCOME.contains(measure)) {
            items.put(
                    Dimension.OUTCOME,
                    fact.outcome() == null ? "-" : fact.outcome().name());
        }
        if (OF_AGENTS.contains(measure) && measure != Measure.REOPENED) {
            items.put(Dimension.ATTEMPT, Integer.toString(attempt));
        }
        if (fact.kind() == FactKind.RATED) {
            items.put(Dimension.SCORE, Integer.toString(fact.score()));
        }
        List<Entry> ofDay = entries.computeIfAbsent(local.toLocalDate(), day -> new ArrayList<>());
        items.forEach((dimension, item) -> ofDay.add(new Entry(life.id(), measure, dimension, item, total)));
    }
}
