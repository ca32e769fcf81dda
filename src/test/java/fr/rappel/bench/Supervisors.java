package fr.rappel.bench;

import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.Statistics;
import fr.rappel.statistics.Wall;
import fr.rappel.statistics.WallFeed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Supervisors who look: each has a wall open and turns to another page of figures every twenty seconds. */
final class Supervisors implements AutoCloseable {

    private static final int COUNT = 50;
    private static final int SECONDS_A_PAGE = 20;
    private static final List<Integer> DAYS = List.of(1, 7, 30, 365);
    private static final List<Dimension> DIMENSIONS =
            List.of(Dimension.TOPIC, Dimension.REGION, Dimension.SECTOR, Dimension.AGENT, Dimension.OUTCOME);

    private final Statistics statistics;
    private final ScheduledExecutorService readers = Executors.newScheduledThreadPool(COUNT);
    private final List<Runnable> walls = new ArrayList<>();
    private final List<Future<?>> turning = new ArrayList<>();
    private final long since = System.nanoTime();
    private final Queue<Long> pages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refreshes = new AtomicInteger();

    Supervisors(ApplicationContext context) {
        statistics = context.getBean(Statistics.class);
        WallFeed feed = context.getBean(WallFeed.class);
        signIn();
        for (int i = 0; i < COUNT; i++) {
            walls.add(feed.follow(new Screen()));
            Random random = new Random(i);
            turning.add(readers.scheduleAtFixedRate(
                    () -> turnPage(random),
                    i * 1000L * SECONDS_A_PAGE / COUNT,
                    SECONDS_A_PAGE * 1000L,
                    TimeUnit.MILLISECONDS));
        }
    }

    private void turnPage(Random random) {
        signIn();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        Period period = new Period(today.minusDays(pick(DAYS, random) - 1), today);
        long start = System.nanoTime();
        Dimension by = pick(DIMENSIONS, random);
        statistics.report(period, EnumSet.of(Dimension.WEEK_HOUR, by), EnumSet.of(by));
        statistics.report(period.before(), Set.of());
        pages.add(System.nanoTime() - start);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "superviseur", null, AuthorityUtils.createAuthorityList("ROLE_AGENT", "ROLE_SUPERVISOR")));
    }

    /** What they have seen so far. */
    String seen() {
        if (turning.stream().anyMatch(Future::isDone)) {
            throw new IllegalStateException("A page could not be turned");
        }
        double seconds = (System.nanoTime() - since) / 1e9;
        return String.format(
                Locale.ROOT,
                "%d supervisors turned %d pages (p95 %.0f ms) and saw the wall refreshed %d times in %.1f s",
                COUNT,
                pages.size(),
                Timings.of("pages", List.copyOf(pages), seconds).millis(0.95),
                refreshes.get() / COUNT,
                seconds);
    }

    @Override
    public void close() {
        walls.forEach(Runnable::run);
        // Nobody still looks when it is said that nobody does.
        readers.close();
    }

    private class Screen implements WallFeed.Screen {

        @Override
        public void show(Wall wall) {
            refreshes.incrementAndGet();
        }

        @Override
        public void interrupt() {
            throw new IllegalStateException("The wall could not be counted");
        }
    }
}
