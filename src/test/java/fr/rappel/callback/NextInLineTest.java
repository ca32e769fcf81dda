package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class NextInLineTest {

    private final List<List<String>> served = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void whoComesMeanwhileIsServedTogether() throws Exception {
        var line = new NextInLine(agents -> {
            served.add(agents);
            hold();
            return agents.stream().map(agent -> "for " + agent).toList();
        });
        try (var threads = Executors.newCachedThreadPool()) {
            var first = threads.submit(() -> line.take("amelie"));
            busy.await();
            List<Future<Optional<String>>> others = new ArrayList<>();
            for (String agent : List.of("bruno", "claire", "denis")) {
                others.add(threads.submit(() -> line.take(agent)));
                Awaitility.await().until(() -> line.waiting() == others.size());
            }
            go.countDown();
            assertThat(first.get()).contains("for amelie");
            assertThat(others.get(0).get()).contains("for bruno");
            assertThat(others.get(1).get()).contains("for claire");
            assertThat(others.get(2).get()).contains("for denis");
        }
        assertThat(served).containsExactly(List.of("amelie"), List.of("bruno", "claire", "denis"));
    }

    @Test
    void whoComesLastGetsNothingWhenTooFewWait() {
        var line = new NextInLine(agents -> List.of());
        assertThat(line.take("amelie")).isEmpty();
    }

    @Test
    void aFailureIsToldToWhoWasServedAndToNobodyElse() {
        var failures = new ArrayList<>(List.of(new IllegalStateException("database away")));
        var line = new NextInLine(agents -> {
            if (!failures.isEmpty()) {
                throw failures.removeLast();
            }
            return agents;
        });
        assertThatThrownBy(() -> line.take("amelie")).hasMessage("database away");
        assertThat(line.take("bruno")).contains("bruno");
    }

    @Test
    void nobodyWaitsForEverForWhoeverWasServedByAThreadThatBroke() {
        var line = new NextInLine(agents -> {
            throw new OutOfMemoryError("no memory");
        });
        assertThatThrownBy(() -> line.take("amelie")).isInstanceOf(OutOfMemoryError.class);
        assertThat(line.waiting()).isZero();
    }

    @Test
    void whoStoodInLineWithAThreadThatBrokeIsToldSo() throws Exception {
        var broken = new AtomicBoolean();
        var line = new NextInLine(agents -> {
            if (agents.contains("amelie")) {
                hold();
                return agents;
            }
            if (broken.compareAndSet(false, true)) {
                throw new OutOfMemoryError("no memory");
            }
            return agents;
        });
        try (var threads = Executors.newCachedThreadPool()) {
            var first = threads.submit(() -> line.take("amelie"));
            busy.await();
            var bruno = threads.submit(() -> line.take("bruno"));
            Awaitility.await().until(() -> line.waiting() == 1);
            var claire = threads.submit(() -> line.take("claire"));
            Awaitility.await().until(() -> line.waiting() == 2);
            go.countDown();
            assertThat(first.get()).contains("amelie");
            assertThatThrownBy(bruno::get).hasCauseInstanceOf(OutOfMemoryError.class);
            assertThatThrownBy(claire::get).hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    private void hold() {
        busy.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
