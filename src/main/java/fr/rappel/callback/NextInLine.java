package fr.rappel.callback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;

/**
 * Serves together the agents who press "take the next" while others are being served, in the order in which they came: the
 * first of them takes for all in one transaction, the rest find their request taken. One by one they would wait for each
 * other in the database, and hold the connections that visitors need.
 */
final class NextInLine {

    private static final int TOGETHER = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Queue<Turn> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock serving = new ReentrantLock(true);
    private final Function<List<String>, List<String>> take;

    /**
     * @param take takes one request for each of these agents, in their order; returns the references, fewer if fewer wait
     */
    NextInLine(Function<List<String>, List<String>> take) {
        this.take = take;
    }

    /**
     * @return reference of the request that this agent holds now, empty if none waits
     * @throws QueryTimeoutException if the turn does not come within ten seconds
     */
    Optional<String> take(String agent) {
        Turn turn = new Turn(agent);
        waiting.add(turn);
        if (!comesFirst()) {
            if (waiting.remove(turn)) {
                throw new QueryTimeoutException("Too many agents take a request at this moment");
            }
            // It is being served right now.
            serving.lock();
        }
        try {
            while (!turn.served) {
                serve();
            }
        } finally {
            serving.unlock();
        }
        return turn.answer();
    }

    /** How many wait to be served. */
    int waiting() {
        return waiting.size();
    }

    private boolean comesFirst() {
        try {
            return serving.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void serve() {
        List<Turn> turns = new ArrayList<>();
        for (Turn turn = waiting.poll(); turn != null; turn = turns.size() < TOGETHER ? waiting.poll() : null) {
            turns.add(turn);
        }
        List<String> taken = List.of();
        @Nullable RuntimeException failure = new IllegalStateException("The process could not serve the agents");
        try {
            taken = take.apply(turns.stream().map(turn -> turn.agent).toList());
            failure = null;
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            // Whatever happened: whose turn does not end would wait for ever.
            for (int i = 0; i < turns.size(); i++) {
                turns.get(i).end(i < taken.size() ? taken.get(i) : null, failure);
            }
        }
    }

    /** One agent's press of the key. Read and written by whoever holds the lock. */
    private static final class Turn {

        private final String agent;
        private boolean served;
        private @Nullable String reference;
        private @Nullable RuntimeException failure;

        Turn(String agent) {
            this.agent = agent;
        }

        void end(@Nullable String reference, @Nullable RuntimeException failure) {
            this.served = true;
            this.reference = reference;
            this.failure = failure;
        }

        Optional<String> answer() {
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(reference);
        }
    }
}
