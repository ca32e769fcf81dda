package fr.rappel.statistics;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replays the timeline of one request and says what of it counts. */
final class History {

    /**
     * One fact; notes and claims count nowhere.
     *
     * @param score what a visitor gave, from 1 to 5; 0 for anything else
     */
    record Line(
            FactKind kind,
            Instant at,
            @Nullable String actor,
            @Nullable CallOutcome outcome,
            int score) {}

    /** From this score on a visitor is satisfied. */
    private static final int SATISFIED = 4;

    private final CountedRequest request;
    private final List<Event> events = new ArrayList<>();

    private int calls;
    private int callsOfThisRound;
    private int timedCallsOfThisRound;
    private Duration spoken = Duration.ZERO;
    private @Nullable String caller;
    private @Nullable Instant callingSince;
    private @Nullable Event closing;

    private History(CountedRequest request) {
        this.request = request;
    }

    /**
     * @param timeline from its first fact on, in the order in which it happened
     */
    static List<Event> events(CountedRequest request, List<Line> timeline) {
        History history = new History(request);
        standing(timeline).forEach(history::replay);
        return history.events;
    }

    /**
     * The timeline without the outcomes that were taken back, nor the closing that each had brought about, nor the ratings
     * that were corrected at once.
     */
    private static List<Line> standing(List<Line> timeline) {
        List<Line> standing = new ArrayList<>();
        for (Line line : timeline) {
            if (line.kind() == FactKind.UNDONE) {
                takeBack(standing);
            } else {
                if (corrects(line, standing)) {
                    standing.removeLast();
                }
                standing.add(line);
            }
        }
        return standing;
    }

    private static void takeBack(List<Line> standing) {
        Line closing = removeLast(standing, FactKind.CLOSED);
        int last = lastStep(standing);
        if (closing == null || last >= 0 && standing.get(last).at().equals(closing.at())) {
            removeLast(standing, FactKind.CALL_ENDED);
        }
    }

    private static @Nullable Line removeLast(List<Line> lines, FactKind kind) {
        int last = lastStep(lines);
        return last >= 0 && lines.get(last).kind() == kind ? lines.remove(last) : null;
    }

    /** The last line that is of the line's doing: a visitor may rate before the outcome is taken back. */
    private static int lastStep(List<Line> lines) {
        int last = lines.size() - 1;
        while (last >= 0 && lines.get(last).kind() == FactKind.RATED) {
            last--;
        }
        return last;
    }

    private static boolean corrects(Line line, List<Line> standing) {
        return line.kind() == FactKind.RATED
                && !standing.isEmpty()
                && standing.getLast().kind() == FactKind.RATED
                && line.at().isBefore(standing.getLast().at().plus(Moments.SETTLING));
    }

    private void replay(Line line) {
        switch (line.kind()) {
            case RECEIVED -> add(Measure.RECEIVED, line, null, 0, 0);
            case CALL_STARTED -> start(line);
            case CALL_ENDED -> end(line);
            case CLOSED -> close(line);
            case REOPENED -> reopen(line);
            case RATED -> rate(line);
            default -> {
                // Claims move a request from hand to hand; nothing is counted.
            }
        }
    }

    private void start(Line line) {
        calls++;
        callsOfThisRound++;
        caller = line.actor();
        callingSince = line.at();
        CountedRequest.Wait waited = request.waited();
        if (calls == 1 && waited != null) {
            add(Measure.FIRST_CALL, line, caller, 1, waited.openMinutes());
            if (waited.inTime()) {
                add(Measure.IN_TIME, line, caller, 1, 0);
            }
        }
    }

    private void end(Line line) {
        CallOutcome outcome = line.outcome();
        boolean reached = outcome != null && outcome.reaches();
        add(Measure.CALL, line, caller, calls, 0);
        if (reached) {
            add(Measure.REACHED, line, caller, calls, 0);
        }
        if (calls == 1) {
            add(Measure.FIRST_ATTEMPT, line, caller, calls, 0);
            if (reached) {
                add(Measure.REACHED_FIRST, line, caller, calls, 0);
            }
        }
        // Nobody knows when a call ended that was left open until the rule ended it.
        if (callingSince != null && outcome != CallOutcome.INTERRUPTED) {
            timedCallsOfThisRound++;
            spoken = spoken.plus(Duration.between(callingSince, line.at()));
        }
        callingSince = null;
    }

    private void close(Line line) {
        String agent = line.actor() == null ? caller : agent(line);
        closing = add(Measure.CLOSED, line, agent, calls, callsOfThisRound);
        if (timedCallsOfThisRound > 0) {
            add(Measure.HANDLED, line, agent, calls, spoken.toSeconds());
        }
    }

    private void reopen(Line line) {
        callsOfThisRound = 0;
        timedCallsOfThisRound = 0;
        spoken = Duration.ZERO;
        add(Measure.REOPENED, line, agent(line), 0, 0);
    }

    /** Counts for what was done until the closing. */
    private void rate(Line line) {
        Event of = closing;
        String agent = of == null ? null : of.agent();
        CallOutcome outcome = of == null ? null : of.outcome();
        events.add(new Event(Measure.RATED, line.at(), request, agent, outcome, calls, line.score()));
        if (line.score() >= SATISFIED) {
            events.add(new Event(Measure.SATISFIED, line.at(), request, agent, outcome, calls, line.score()));
        }
    }

    /** Who of the line did it; null if the visitor or a rule did. */
    private static @Nullable String agent(Line line) {
        return TimelineEntry.VISITOR.equals(line.actor()) ? null : line.actor();
    }

    private Event add(Measure measure, Line line, @Nullable String agent, int attempt, long total) {
        Event event = new Event(measure, line.at(), request, agent, line.outcome(), attempt, total);
        events.add(event);
        return event;
    }
}
