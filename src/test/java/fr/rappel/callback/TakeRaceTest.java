package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Fifty agents, one queue: nobody's request is given twice and none is forgotten. */
@DatabaseTest
class TakeRaceTest {

    private static final int AGENTS = 50;
    private static final int REQUESTS = 500;
    private static final int ROUNDS = 20;

    @Autowired
    private CallbackWork work;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void emptyQueue() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    @Test
    void givesEachWaitingRequestToExactlyOneAgent() throws Exception {
        race(ROUNDS, agent -> takeUntilNothingWaits(agent, work));
    }

    /** Agents of one process are served together; those of two meet in the database only. */
    @Test
    void givesEachToOneAgentOfTwoProcesses() throws Exception {
        CallbackWork otherProcess = beans.createBean(CallbackWork.class);
        race(5, agent -> takeUntilNothingWaits(agent, agent.hashCode() % 2 == 0 ? work : otherProcess));
    }

    private void race(int rounds, Function<String, List<String>> agentsDay) throws Exception {
        var waiting = data.waiting(REQUESTS, TestClock.OPEN_TUESDAY.minusSeconds(REQUESTS));
        for (int round = 1; round <= rounds; round++) {
            Map<String, List<String>> taken = together(agentsDay);
            assertThat(taken.values().stream().flatMap(List::stream))
                    .as("round %d", round)
                    .containsExactlyInAnyOrderElementsOf(waiting);
            Map<String, String> holders = data.holders();
            taken.forEach((agent, references) ->
                    assertThat(references).allMatch(reference -> agent.equals(holders.get(reference))));
            assertThat(data.count("callback_fact where kind = 'TAKEN'")).isEqualTo(round * REQUESTS);
            data.giveAllBack();
        }
    }

    @Test
    void givesOneRequestToOneOfAllWhoWantIt() throws Exception {
        for (String reference : data.waiting(ROUNDS, TestClock.OPEN_TUESDAY.minusSeconds(REQUESTS))) {
            Map<String, Boolean> won = together(agent -> takes(agent, reference));
            assertThat(won.values()).filteredOn(Boolean::booleanValue).hasSize(1);
            assertThat(won.get(String.valueOf(data.column(reference, "taken_by"))))
                    .isTrue();
        }
        assertThat(data.count("callback_fact")).isEqualTo(ROUNDS);
    }

    private static List<String> takeUntilNothingWaits(String agent, CallbackWork process) {
        List<String> references = new ArrayList<>();
        Person person = Person.agent(agent);
        Optional<String> next = person.get(process::takeNext);
        while (next.isPresent()) {
            references.add(next.get());
            next = person.get(process::takeNext);
        }
        return references;
    }

    private boolean takes(String agent, String reference) {
        try {
            Person.agent(agent).does(() -> work.take(reference));
            return true;
        } catch (AlreadyTaken lost) {
            assertThat(lost.takenBy()).isNotEqualTo(agent);
            return false;
        }
    }

    /** Lets every agent do the same at the same moment; what each got, by agent. */
    private static <T> Map<String, T> together(Function<String, T> action) throws Exception {
        var start = new CyclicBarrier(AGENTS);
        Map<String, Future<T>> running = new HashMap<>();
        Map<String, T> results = new HashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AGENTS)) {
            for (int i = 0; i < AGENTS; i++) {
                String agent = "agent" + i;
                running.put(agent, threads.submit(() -> {
                    start.await();
                    return action.apply(agent);
                }));
            }
            for (var entry : running.entrySet()) {
                results.put(entry.getKey(), entry.getValue().get());
            }
        }
        return results;
    }
}
