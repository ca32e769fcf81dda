package fr.rappel.bench;

import fr.rappel.RappelApplication;
import fr.rappel.callback.CallbackWork;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * "Take the next" without and with supervisors who look, in turn, on the database that Spring's settings name, with the
 * connections that an installation has: at a steady pace, each of fifty agents once a second, which is harder than any
 * morning, and flat out. What a round took goes back into the queue before the next.
 *
 * <p>Arguments: {@code steady} or {@code flat_out}, seconds of a steady round, rounds, seconds of warming up, and the folder for
 * data.
 */
final class WatchedLoad {

    private static final int AGENTS = 50;
    /** More than a machine of two cores takes in some seconds; as many and some more must be waiting. */
    private static final int FLAT_OUT = 20_000;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ConfigurableApplicationContext context;
    private final CallbackWork work;
    private final JdbcTemplate jdbc;
    private final int seconds;

    private WatchedLoad(ConfigurableApplicationContext context, int seconds) {
        this.context = context;
        this.seconds = seconds;
        work = context.getBean(CallbackWork.class);
        jdbc = context.getBean(JdbcTemplate.class);
    }

    /** One way of taking, measured. */
    private interface Round {
        Timings run(String name) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        try (var context = SpringApplication.run(
                RappelApplication.class,
                "--server.port=0",
                "--rappel.data=" + arguments[4],
                "--logging.level.root=warn")) {
            WatchedLoad load = new WatchedLoad(context, Integer.parseInt(arguments[1]));
            Round round = arguments[0].equals("steady") ? load::steadily : load::flatOut;
            load.warmUp(round, Integer.parseInt(arguments[3]));
            for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
                load.compare(arguments[0], round, i % 2 == 0);
            }
        }
    }

    /** Every page is turned and every index walked before anything is measured. */
    private void warmUp(Round round, int warmSeconds) throws Exception {
        long end = System.nanoTime() + warmSeconds * SECOND;
        try (var supervisors = new Supervisors(context)) {
            while (System.nanoTime() < end) {
                measure("warming", round);
            }
        }
    }

    private void compare(String pace, Round round, boolean watchedFirst) throws Exception {
        for (boolean watched : new boolean[] {watchedFirst, !watchedFirst}) {
            if (watched) {
                try (var supervisors = new Supervisors(context)) {
                    System.out.println(measure(pace + "_watched", round).line());
                    System.out.println("seen " + pace + ": " + supervisors.seen());
                }
            } else {
                System.out.println(measure(pace + "_alone", round).line());
            }
        }
    }

    private Timings measure(String name, Round round) throws Exception {
        OffsetDateTime start = OffsetDateTime.now();
        Timings timings = round.run(name);
        jdbc.update("delete from callback_fact where kind = 'TAKEN' and at >= ?", start);
        jdbc.update(
                "update callback_request set status = 'WAITING', taken_by = null, taken_at = null, touched_at = null"
                        + " where status = 'TAKEN'");
        jdbc.execute("vacuum (index_cleanup on) callback_request");
        jdbc.execute("vacuum (index_cleanup on) callback_fact");
        return timings;
    }

    /** Each agent once a second; what an agent waits counts from the moment at which the key was to be pressed. */
    private Timings steadily(String name) throws Exception {
        long start = System.nanoTime() + SECOND / 10;
        var nanos = new ConcurrentLinkedQueue<Long>();
        List<Callable<Void>> agents = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
            long first = start + agent * SECOND / AGENTS;
            agents.add(() -> {
                for (int i = 0; i < seconds; i++) {
                    long due = first + i * SECOND;
                    awaitMoment(due);
                    take();
                    nanos.add(System.nanoTime() - due);
                }
                return null;
            });
        }
        together(agents);
        return Timings.of(name, List.copyOf(nanos), (System.nanoTime() - start) / 1e9);
    }

    private Timings flatOut(String name) throws Exception {
        var left = new AtomicInteger(FLAT_OUT);
        var nanos = new ConcurrentLinkedQueue<Long>();
        Callable<Void> agent = () -> {
            while (left.getAndDecrement() > 0) {
                long start = System.nanoTime();
                take();
                nanos.add(System.nanoTime() - start);
            }
            return null;
        };
        long start = System.nanoTime();
        together(Collections.nCopies(AGENTS, agent));
        return Timings.of(name, List.copyOf(nanos), (System.nanoTime() - start) / 1e9);
    }

    private static void together(List<Callable<Void>> agents) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AGENTS)) {
            for (var result : threads.invokeAll(agents)) {
                result.get();
            }
        }
    }

    private void take() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "agent", null, AuthorityUtils.createAuthorityList("ROLE_AGENT")));
        if (work.takeNext().isEmpty()) {
            throw new IllegalStateException("The queue ran dry: nothing was measured");
        }
    }

    private static void awaitMoment(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
