package fr.rappel.bench;

import fr.rappel.RappelApplication;
import fr.rappel.faq.Readership;
import fr.rappel.statistics.Comparison;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.FiguresBeingCounted;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.RowQuery;
import fr.rappel.statistics.Statistics;
import fr.rappel.statistics.StatisticsRows;
import fr.rappel.statistics.WallFeed;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Pages of figures, rows behind them and refreshes of the wall, on the database that Spring's settings name.
 *
 * <p>Arguments: how many of each, and the folder for data; none at all only prepare the database.
 */
final class StatisticsLoad {

    private static final int WARM_UP = 20;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.TOPIC, Dimension.REGION, Dimension.SECTOR, Dimension.AGENT, Dimension.OUTCOME, Dimension.ATTEMPT);

    private StatisticsLoad() {}

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        try (var context = SpringApplication.run(
                RappelApplication.class,
                "--server.port=0",
                "--rappel.data=" + arguments[1],
                "--logging.level.root=warn")) {
            if (count == 0) {
                return;
            }
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            "superviseur", null, AuthorityUtils.createAuthorityList("ROLE_AGENT", "ROLE_SUPERVISOR")));
            Statistics statistics = context.getBean(Statistics.class);
            StatisticsRows rows = context.getBean(StatisticsRows.class);
            WallFeed wall = context.getBean(WallFeed.class);
            LocalDate today = LocalDate.now(PARIS);
            awaitDailyCounts(statistics, today);
            Random random = new Random(1);
            Page page = new Page(statistics, context.getBean(Readership.class), random);
            measure("page_today", count, () -> page.load(new Period(today, today)));
            measure("page_month", count, () -> page.load(new Period(today.minusDays(30), today)));
            measure("page_year", count, () -> page.load(new Period(today.minusDays(364), today)));
            measure("page_two_years", count, () -> page.load(new Period(today.minusDays(729), today)));
            rows(rows, count, today, random);
            measure("wall", count, wall::now);
        }
    }

    /**
     * What the page reads: a period with hours and a breakdown, the one that it is compared with, and what the public questions saw in
     * both; every other time the year before instead of the period before.
     */
    private record Page(Statistics statistics, Readership readership, Random random) {

        void load(Period period) {
            Dimension by = DIMENSIONS.get(random.nextInt(DIMENSIONS.size()));
            Period other = (random.nextBoolean() ? Comparison.BEFORE : Comparison.YEAR)
                    .of(period)
                    .orElseThrow();
            statistics.report(period, EnumSet.of(Dimension.WEEK_HOUR, by), EnumSet.of(by));
            statistics.report(other, EnumSet.of(by));
            readership.in(period.from(), period.to());
            readership.in(other.from(), other.to());
        }
    }

    private static void rows(StatisticsRows rows, int count, LocalDate today, Random random) {
        Period month = new Period(today.minusDays(30), today);
        Measure[] measures = Measure.values();
        measure(
                "rows_month",
                count,
                () -> rows.page(
                        new RowQuery(month, measures[random.nextInt(measures.length - 1)], Dimension.ALL, ""), null));
        Period year = new Period(today.minusDays(364), today);
        Map<String, RowQuery> rare = new LinkedHashMap<>();
        rare.put("rows_rare", new RowQuery(year, Measure.RECEIVED, Dimension.REGION, "978"));
        // About one a day: a page is gathered from as many days as may be.
        rare.put("rows_region", new RowQuery(year, Measure.HANDLED, Dimension.REGION, "977"));
        rare.put("rows_outcome", new RowQuery(year, Measure.CLOSED, Dimension.OUTCOME, "DUPLICATE"));
        rare.put("rows_agent", new RowQuery(year, Measure.CALL, Dimension.AGENT, "agent99"));
        rare.put("rows_attempt", new RowQuery(year, Measure.CALL, Dimension.ATTEMPT, "2"));
        rare.forEach((name, query) -> measure(name, count, () -> rows.page(query, null)));
    }

    private static void awaitDailyCounts(Statistics statistics, LocalDate today) {
        long start = System.nanoTime();
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(30))
                .ignoreException(FiguresBeingCounted.class)
                .until(() -> statistics.report(new Period(today.minusDays(2), today), Set.of()) != null);
        System.out.printf("counting took about %d s%n", (System.nanoTime() - start) / 1_000_000_000L);
    }

    private static void measure(String name, int count, Runnable work) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < count + WARM_UP; i++) {
            long start = System.nanoTime();
            work.run();
            if (i >= WARM_UP) {
                nanos.add(System.nanoTime() - start);
            }
        }
        double seconds = nanos.stream().mapToLong(Long::longValue).sum() / 1e9;
        System.out.println(Timings.of(name, nanos, seconds).line());
    }
}
