package fr.rappel.callback;

import fr.rappel.calendar.LineCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The invented life of one request of the demonstration, from its reception to its last closing. Calls fall into open hours. */
final class DemoLife {

    record Call(int number, String agent, Instant startedAt, Instant endedAt, CallOutcome outcome) {}

    private static final List<String> AGENTS = List.of("agent", "agent", "agent2");
    private static final String SUPERVISOR = "superviseur";
    private static final int MOST_UNREACHED = 4;

    /** As often as they stand here. */
    private static final List<CallOutcome> OUTCOMES = List.of(
            CallOutcome.RESOLVED,
            CallOutcome.RESOLVED,
            CallOutcome.RESOLVED,
            CallOutcome.RESOLVED,
            CallOutcome.RESOLVED,
            CallOutcome.RESOLVED,
            CallOutcome.INFORMED,
            CallOutcome.INFORMED,
            CallOutcome.INFORMED,
            CallOutcome.NO_ANSWER,
            CallOutcome.NO_ANSWER,
            CallOutcome.NO_ANSWER,
            CallOutcome.MESSAGE_LEFT,
            CallOutcome.BUSY,
            CallOutcome.CALL_LATER,
            CallOutcome.WRONG_NUMBER,
            CallOutcome.OUT_OF_SCOPE);

    private static final List<Integer> SCORES = List.of(5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 2, 1);
    private static final List<String> COMMENTS = List.of(
            "",
            "",
            "",
            "Réponse claire, merci.",
            "Rappelé plus vite que prévu.",
            "Il a fallu deux appels pour comprendre.");

    private final LineCalendar calendar;
    private final Random random;
    private final Instant receivedAt;
    private final List<TimelineEntry> facts = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private Instant now;
    private int unreached;
    private CallOutcome closedBy = CallOutcome.SOLVED;
    private Instant closedAt;
    private @Nullable Rating rating;

    DemoLife(Instant receivedAt, LineCalendar calendar, Random random) {
        this.calendar = calendar;
        this.random = random;
        this.receivedAt = receivedAt;
        now = receivedAt;
        closedAt = receivedAt;
        live();
    }

    private void live() {
        facts.add(TimelineEntry.of(FactKind.RECEIVED, receivedAt, null));
        if (random.nextInt(25) == 0) {
            now = calendar.afterOpenMinutes(now, 30);
            close(TimelineEntry.VISITOR, random.nextBoolean() ? CallOutcome.SOLVED : CallOutcome.CANCELLED);
            return;
        }
        callUntilClosed(calendar.afterOpenMinutes(now, 15 + (int) Math.abs(random.nextGaussian() * 260)));
        if (wasHelped() && random.nextInt(20) == 0) {
            reopen();
        }
        if (wasHelped() && random.nextInt(5) < 2) {
            rate();
        }
    }

    private void callUntilClosed(Instant first) {
        Instant next = first;
        while (next != null) {
            next = call(next);
        }
    }

    /** Returns when the next call is due; null once the request is closed. */
    private @Nullable Instant call(Instant due) {
        CallOutcome outcome = pick(OUTCOMES);
        Duration talk = Duration.ofSeconds(outcome.reaches() ? 90 + random.nextInt(900) : 25 + random.nextInt(40));
        String agent = pick(AGENTS);
        Instant start = openFor(talk, due);
        facts.add(TimelineEntry.of(FactKind.TAKEN, start, agent));
        facts.add(TimelineEntry.of(FactKind.CALL_STARTED, start, agent));
        now = start.plus(talk);
        calls.add(new Call(calls.size() + 1, agent, start, now, outcome));
        TimelineEntry ended = TimelineEntry.of(FactKind.CALL_ENDED, now, agent).outcome(outcome);
        unreached += outcome.retries() ? 1 : 0;
        if (outcome.closes()) {
            facts.add(ended);
            close(agent, outcome);
            return null;
        }
        if (unreached == MOST_UNREACHED) {
            facts.add(ended);
            close(null, CallOutcome.UNREACHABLE);
            return null;
        }
        Instant next = openFor(Duration.ZERO, calendar.afterOpenMinutes(now, 90 + random.nextInt(400)));
        facts.add(ended.until(next));
        return next;
    }

    private void close(@Nullable String actor, CallOutcome outcome) {
        closedBy = outcome;
        closedAt = now;
        facts.add(TimelineEntry.of(FactKind.CLOSED, now, actor).outcome(outcome));
    }

    private void reopen() {
        now = openFor(Duration.ofMinutes(5), calendar.afterOpenMinutes(now, 200 + random.nextInt(1_500)));
        facts.add(TimelineEntry.of(FactKind.REOPENED, now, SUPERVISOR).note("La réponse donnée ne suffisait pas."));
        now = now.plus(Duration.ofMinutes(5));
        facts.add(TimelineEntry.of(FactKind.RELEASED, now, SUPERVISOR));
        callUntilClosed(now.plus(Duration.ofMinutes(10)));
    }

    private void rate() {
        now = now.plus(Duration.ofMinutes(10L + random.nextInt(2_500)));
        rating = new Rating(pick(SCORES), pick(COMMENTS), now);
        facts.add(TimelineEntry.byVisitor(FactKind.RATED, now).note(rating.told()));
    }

    private boolean wasHelped() {
        return closedBy == CallOutcome.RESOLVED || closedBy == CallOutcome.INFORMED;
    }

    /** The first moment from which the line stays open that long. */
    private Instant openFor(Duration time, Instant from) {
        Instant start = calendar.nextOpening(from).orElse(from);
        Instant closing = calendar.nextClosing(start).orElse(start.plus(time));
        return closing.isBefore(start.plus(time))
                ? calendar.nextOpening(closing).orElse(start)
                : start;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Instant receivedAt() {
        return receivedAt;
    }

    List<TimelineEntry> facts() {
        return facts;
    }

    List<Call> calls() {
        return calls;
    }

    int unreached() {
        return unreached;
    }

    CallOutcome closedBy() {
        return closedBy;
    }

    Instant closedAt() {
        return closedAt;
    }

    Instant endedAt() {
        return now;
    }

    @Nullable
    Rating rating() {
        return rating;
    }
}
