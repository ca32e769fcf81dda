package fr.rappel.bench;

import fr.rappel.RappelApplication;
import fr.rappel.callback.CallbackIntake;
import fr.rappel.callback.CallbackList;
import fr.rappel.callback.CallbackWork;
import fr.rappel.callback.ListFilter;
import fr.rappel.callback.ListOrder;
import fr.rappel.callback.ListView;
import fr.rappel.callback.Submission;
import fr.rappel.callback.SubmitCallback;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Drives the agents' services inside the application, on the database that Spring's own settings name.
 *
 * <p>Arguments: {@code take SECONDS}, {@code burst 0} or {@code queue REPEATS}, the folder for data, and the seconds
 * of work before anything is measured.
 */
final class DeskLoad {

    private static final int AGENTS = 50;
    private static final int ARRIVALS_PER_SECOND = 50;
    private static final int BURST = 200;

    private final ConfigurableApplicationContext context;
    private final CallbackWork work;
    private final int warmSeconds;

    private DeskLoad(ConfigurableApplicationContext context, int warmSeconds) {
        this.context = context;
        this.warmSeconds = warmSeconds;
        this.work = context.getBean(CallbackWork.class);
    }

    public static void main(String[] arguments) throws Exception {
        try (var context = SpringApplication.run(
                RappelApplication.class,
                "--server.port=0",
                "--rappel.data=" + arguments[2],
                "--rappel.intake.per-address-per-hour=1000000000",
                "--logging.level.root=warn")) {
            DeskLoad load = new DeskLoad(context, Integer.parseInt(arguments[3]));
            switch (arguments[0]) {
                case "take" -> load.take(Integer.parseInt(arguments[1]));
                case "burst" -> load.burst();
                default -> load.queue(Integer.parseInt(arguments[1]));
            }
        }
    }

    private void take(int seconds) throws Exception {
        AtomicInteger arrivals = new AtomicInteger();
        CallbackIntake intake = context.getBean(CallbackIntake.class);
        var visitors = Executors.newScheduledThreadPool(2);
        try {
            var arriving = visitors.scheduleAtFixedRate(
                    () -> {
                        intake.submit(said(arrivals.get()), Submission.api(null, "127.0.0.1"));
                        arrivals.incrementAndGet();
                    },
                    0,
                    1_000_000 / ARRIVALS_PER_SECOND,
                    TimeUnit.MICROSECONDS);
            takeFor(warmSeconds);
            int before = arrivals.get();
            List<Long> nanos = takeFor(seconds);
            System.out.println(Timings.of("take", nanos, seconds).line());
            System.out.printf("arrivals %d in %d s%n", arrivals.get() - before, seconds);
            if (arriving.isDone()) {
                // A visitor who was refused ends the schedule.
                arriving.get();
            }
        } finally {
            visitors.shutdownNow();
        }
    }

    private List<Long> takeFor(int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Long> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AGENTS)) {
            Callable<List<Long>> agent = () -> {
                signIn();
                List<Long> own = new ArrayList<>();
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    if (work.takeNext().isPresent()) {
                        own.add(System.nanoTime() - start);
                    }
                }
                return own;
            };
            for (var result : threads.invokeAll(Collections.nCopies(AGENTS, agent))) {
                all.addAll(result.get());
            }
        }
        return all;
    }

    private void burst() throws Exception {
        takeFor(warmSeconds);
        List<String> expected = firstReferences();
        Set<String> got = new HashSet<>();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(BURST)) {
            Callable<String> agent = () -> {
                signIn();
                return work.takeNext().orElseThrow();
            };
            for (var result : threads.invokeAll(Collections.nCopies(BURST, agent))) {
                got.add(result.get());
            }
        }
        double millis = (System.nanoTime() - start) / 1e6;
        System.out.printf(
                "burst different=%d oldest=%s last=%.0f ms%n", got.size(), got.equals(new HashSet<>(expected)), millis);
    }

    private List<String> firstReferences() {
        signIn();
        return context
                .getBean(CallbackList.class)
                .page(ListFilter.of(ListView.TO_CALL), ListOrder.QUEUE, null, BURST)
                .rows()
                .stream()
                .map(row -> row.reference())
                .toList();
    }

    /** Looks for one request by whole numbers and names, which one row has at any size, then by a part of them. */
    private void queue(int repeats) {
        signIn();
        measure("first_page", ListFilter.of(ListView.TO_CALL), repeats);
        measure("by_siret", searching("099 034 993 00011"), repeats);
        measure("by_siren", searching("099 034 993"), repeats);
        measure("by_phone", searching("01 99 00 49 99"), repeats);
        measure("by_name", searching("Nom4999 Prénom"), repeats);
        measure("part_of_phone", searching("01 99 00 49 9"), repeats);
        measure("part_of_name", searching("Nom4999"), repeats);
    }

    private void measure(String name, ListFilter filter, int repeats) {
        CallbackList list = context.getBean(CallbackList.class);
        long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(warmSeconds);
        while (System.nanoTime() < warm) {
            list.page(filter, ListOrder.QUEUE, null, CallbackList.PAGE_SIZE);
        }
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            list.page(filter, ListOrder.QUEUE, null, CallbackList.PAGE_SIZE);
            nanos.add(System.nanoTime() - start);
        }
        double seconds = nanos.stream().mapToLong(Long::longValue).sum() / 1e9;
        System.out.println(Timings.of(name, nanos, seconds).line());
    }

    private static ListFilter searching(String text) {
        return new ListFilter(ListView.ALL, null, null, null, null, null, text);
    }

    private static SubmitCallback said(int number) {
        return new SubmitCallback(
                "Zoé",
                "Arrivée " + number,
                "zoe@exemple.fr",
                "55208131766522",
                "11",
                "HCR",
                "0199001234",
                "UNDER_11",
                "SUIVI_DEMANDE",
                "Où en est le dossier de notre apprentie ?",
                true);
    }

    private static void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "agent", null, AuthorityUtils.createAuthorityList("ROLE_AGENT")));
    }
}
