package fr.rappel.calendar;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine against {@link MinuteOracle}: state, rule and next change at every minute of several years; next closing,
 * open minutes and instant after open minutes from one minute in ten, drawn at random.
 */
class LineScheduleOracleTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2029, 1, 1);

    private static final Map<LocalDate, String> HOLIDAYS = ReferenceData.csv("jours-feries.csv").stream()
            .filter(line -> line.get("zone").equals("NATIONAL"))
            .collect(toMap(line -> LocalDate.parse(line.get("date")), line -> line.get("name")));

    @Test
    void theDefaultHoursOverFiveYears() {
        compare(RandomLine.defaultHours(PARIS, HOLIDAYS), FIRST, LAST);
    }

    /** Weekly hours that change, exceptions and closures, at any hour of the day and night. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void randomLinesOverFiveYears(long seed) {
        compare(RandomLine.of(PARIS, HOLIDAYS, FIRST, LAST, new Random(seed)), FIRST, LAST);
    }

    /** Many other lines, shorter: each spans one of the clock changes. */
    @ParameterizedTest
    @CsvSource({"2024-03-01, 2024-05-01", "2026-10-01, 2026-12-01", "2028-02-01, 2028-04-10", "2027-10-15, 2027-11-15"})
    void manyRandomLinesAroundClockChanges(LocalDate from, LocalDate to) {
        for (int seed = 100; seed < 110; seed++) {
            compare(RandomLine.of(PARIS, HOLIDAYS, from, to, new Random(seed)), from, to);
        }
    }

    /** A zone with half-hour changes, one that changed at 00:01, one that skipped a whole day. */
    @ParameterizedTest
    @CsvSource({
        "Australia/Lord_Howe, 2026-03-20, 2026-04-20",
        "America/St_Johns, 2010-10-25, 2010-11-20",
        "America/St_Johns, 2010-03-01, 2010-03-31",
        "Pacific/Apia, 2011-12-15, 2012-01-15",
        "Indian/Reunion, 2026-03-01, 2026-04-01"
    })
    void zonesWithOtherHabits(ZoneId zone, LocalDate from, LocalDate to) {
        for (int seed = 200; seed < 210; seed++) {
            compare(RandomLine.of(zone, Map.of(), from, to, new Random(seed)), from, to);
        }
    }

    private static void compare(MinuteOracle.Facts facts, LocalDate from, LocalDate to) {
        var engine = RandomLine.engine(facts, facts.holidays().isEmpty() ? Set.of() : Set.of(PublicHoliday.values()));
        var oracle = new MinuteOracle(
                facts,
                from.atStartOfDay(facts.zone()).toInstant(),
                to.atStartOfDay(facts.zone()).toInstant());
        var random = new Random(facts.hashCode());
        int openMinutes = 0;
        for (int i = 0; i < oracle.minutes(); i++) {
            compareState(engine, oracle, i);
            if (random.nextInt(10) == 0) {
                compareNextClosing(engine, oracle, i);
                compareCounts(engine, oracle, i, random);
            }
            openMinutes += oracle.isOpen(i) ? 1 : 0;
        }
        assertThat(openMinutes).isPositive().isLessThan(oracle.minutes());
        assertThat(engine.openTimeBetween(oracle.instant(0), oracle.instant(oracle.minutes())))
                .isEqualTo(Duration.ofMinutes(openMinutes));
    }

    private static void compareState(LineSchedule engine, MinuteOracle oracle, int i) {
        var at = oracle.instant(i);
        var state = engine.stateAt(at);
        equal("open", at, state.open(), oracle.isOpen(i));
        equal("rule", at, state.rule().name(), oracle.rule(i));
        int opens = oracle.nextOpen(i);
        int shuts = oracle.nextShut(i);
        if (state.open() && shuts != MinuteOracle.UNKNOWN) {
            equal("closesAt", at, state.closesAt(), oracle.instant(shuts));
        }
        if (!state.open() && opens != MinuteOracle.UNKNOWN) {
            equal("opensAt", at, state.opensAt(), oracle.instant(opens));
        }
    }

    private static void compareNextClosing(LineSchedule engine, MinuteOracle oracle, int i) {
        int opens = oracle.nextOpen(i);
        int closes = opens == MinuteOracle.UNKNOWN ? MinuteOracle.UNKNOWN : oracle.nextShut(opens);
        if (closes != MinuteOracle.UNKNOWN) {
            var at = oracle.instant(i);
            equal("next closing", at, engine.nextClosing(at).orElse(null), oracle.instant(closes));
        }
    }

    private static void compareCounts(LineSchedule engine, MinuteOracle oracle, int i, Random random) {
        var at = oracle.instant(i);
        // Mostly some hours, at times up to months ahead.
        int ahead = random.nextInt(100) == 0 ? 200_000 : 3_000;
        int to = Math.min(i + random.nextInt(ahead), oracle.minutes());
        equal(
                "open minutes until " + oracle.instant(to),
                at,
                engine.openTimeBetween(at, oracle.instant(to)),
                Duration.ofMinutes(oracle.openMinutesBetween(i, to)));

        int n = random.nextInt(random.nextInt(100) == 0 ? 20_000 : 500);
        int after = oracle.afterOpenMinutes(i, n);
        if (after != MinuteOracle.UNKNOWN) {
            equal(
                    "after " + n + " open minutes",
                    at,
                    engine.afterOpenTime(at, Duration.ofMinutes(n)).orElse(null),
                    oracle.instant(after));
        }
    }

    private static void equal(String what, Instant at, Object engine, Object oracle) {
        if (!oracle.equals(engine)) {
            fail("%s at %s: engine says %s, oracle %s", what, at, engine, oracle);
        }
    }
}
