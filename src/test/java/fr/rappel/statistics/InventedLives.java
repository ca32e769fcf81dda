package fr.rappel.statistics;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.TimelineEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests as they may happen, on whole minutes: calls in vain, calls left open, visitors who close, rate and come back,
 * outcomes taken back, closings by rule, reopenings; many at the turn of the year, at the end of February and in the nights in which the clock changes.
 */
final class InventedLives {

    /** A score where a visitor gave one, else 0. */
    record Fact(FactKind kind, Instant at, String actor, CallOutcome outcome, int score) {}

    record Life(
            long id, Instant receivedAt, String topic, String region, String sector, String size, List<Fact> facts) {}

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<CallOutcome> OUTCOMES = List.of(
            CallOutcome.RESOLVED,
            CallOutcome.INFORMED,
            CallOutcome.NO_ANSWER,
            CallOutcome.MESSAGE_LEFT,
            CallOutcome.BUSY,
            CallOutcome.CALL_LATER,
            CallOutcome.WRONG_NUMBER,
            CallOutcome.OUT_OF_SCOPE);

    private final Random random;
    private final LocalDate first;
    private final int days;
    private Instant now;
    private List<Fact> facts;
    private int vain;

    /**
     * @param first the first day on which a request may be received
     * @param days on how many days
     */
    InventedLives(long seed, LocalDate first, int days) {
        random = new Random(seed);
        this.first = first;
        this.days = days;
    }

    /** The days between two at which calendars go wrong: the end of February, of the year, and those with 23 and 25 hours. */
    static List<LocalDate> turns(LocalDate from, LocalDate to) {
        return from.datesUntil(to)
                .filter(day -> day.getMonthValue() == 2 && day.getDayOfMonth() >= 28
                        || day.getDayOfYear() == day.lengthOfYear()
                        || changesTheClock(day))
                .toList();
    }

    private static boolean changesTheClock(LocalDate day) {
        return day.atStartOfDay(PARIS)
                        .plusDays(1)
                        .getOffset()
                        .compareTo(day.atStartOfDay(PARIS).getOffset())
                != 0;
    }

    Life next(long id) {
        facts = new ArrayList<>();
        vain = 0;
        now = start();
        Instant received = now;
        add(FactKind.RECEIVED, null, null);
        boolean open = true;
        for (int round = 0; round < 6 && open; round++) {
            pass(round == 0 && random.nextInt(3) > 0 ? 240 : 2_000);
            open = work();
            if (open && random.nextInt(15) == 0) {
                pass(1_000);
                add(FactKind.CLOSED, TimelineEntry.VISITOR, pick(CallOutcome.SOLVED, CallOutcome.CANCELLED));
                open = false;
            }
            if (!open && random.nextInt(2) == 0) {
                rate(20_000);
                while (random.nextInt(3) == 0) {
                    rate(pick(2, 16, 30, 3_000));
                }
            }
            if (!open && random.nextInt(8) == 0) {
                pass(20_000);
                add(FactKind.REOPENED, pick("claire", TimelineEntry.VISITOR), null);
                open = true;
            }
        }
        return new Life(
                id,
                received,
                pick("DEPOT_DEMANDE", "SUIVI_DEMANDE", "AUTRE"),
                pick("11", "84", "04", "975"),
                pick("HCR", "PROPRETE"),
                pick("UNDER_11", "ELEVEN_OR_MORE"),
                facts);
    }

    /** One agent takes the request and does something with it; whether it is still open. */
    private boolean work() {
        String agent = pick("amelie", "bruno");
        add(FactKind.TAKEN, agent, null);
        if (random.nextInt(10) == 0) {
            return closeWithoutCall(agent);
        }
        add(FactKind.CALL_STARTED, agent, null);
        pass(25);
        if (random.nextInt(12) == 0) {
            add(FactKind.CALL_ENDED, null, CallOutcome.INTERRUPTED);
            add(FactKind.CLAIM_EXPIRED, null, null);
            return true;
        }
        boolean open = end(agent);
        while (random.nextInt(5) == 0) {
            undo(agent);
            open = end(agent);
        }
        return open;
    }

    private boolean closeWithoutCall(String agent) {
        CallOutcome outcome = pick(CallOutcome.DUPLICATE, CallOutcome.SPAM);
        add(FactKind.CLOSED, agent, outcome);
        if (random.nextBoolean()) {
            return false;
        }
        undo(agent);
        return true;
    }

    private boolean end(String agent) {
        CallOutcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        add(FactKind.CALL_ENDED, agent, outcome);
        vain += outcome.retries() ? 1 : 0;
        if (outcome.closes()) {
            add(FactKind.CLOSED, agent, outcome);
        } else if (vain >= 3) {
            add(FactKind.CLOSED, null, CallOutcome.UNREACHABLE);
            return false;
        }
        return !outcome.closes();
    }

    private void undo(String agent) {
        if (facts.getLast().kind() == FactKind.CLOSED && random.nextInt(3) == 0) {
            rate(3);
        }
        if (random.nextInt(3) == 0) {
            add(FactKind.NOTED, agent, null);
        }
        pass(5);
        add(FactKind.UNDONE, agent, CallOutcome.RESOLVED);
        pass(4);
    }

    /** The visitor says what they think, or corrects it, at once or days later. */
    private void rate(int mostMinutes) {
        pass(mostMinutes);
        facts.add(new Fact(FactKind.RATED, now, TimelineEntry.VISITOR, null, 1 + random.nextInt(5)));
    }

    private Instant start() {
        if (random.nextInt(3) == 0) {
            List<LocalDate> turns = turns(first, first.plusDays(days));
            LocalDate turn = turns.get(random.nextInt(turns.size()));
            return turn.atTime(changesTheClock(turn) ? 0 : 22, 30)
                    .atZone(PARIS)
                    .toInstant()
                    .plus(random.nextInt(240), ChronoUnit.MINUTES);
        }
        return first.atStartOfDay(PARIS).toInstant().plus(random.nextInt(days * 24 * 60), ChronoUnit.MINUTES);
    }

    private void add(FactKind kind, String actor, CallOutcome outcome) {
        facts.add(new Fact(kind, now, actor, outcome, 0));
    }

    private void pass(int mostMinutes) {
        now = now.plus(random.nextInt(mostMinutes + 1), ChronoUnit.MINUTES);
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
