package fr.rappel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Laws of the calendar for any line and any instants, to the nanosecond, not only on whole minutes. */
class LineScheduleLawsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2029, 1, 1);

    @Provide
    Arbitrary<LineSchedule> lines() {
        return Arbitraries.longs().map(seed -> {
            var facts = RandomLine.of(PARIS, Map.of(), FIRST, LAST, new Random(seed));
            return RandomLine.engine(facts, Set.of(PublicHoliday.values()));
        });
    }

    @Provide
    Arbitrary<Instant> instants() {
        long from = FIRST.atStartOfDay(PARIS).toEpochSecond();
        long to = LAST.atStartOfDay(PARIS).toEpochSecond();
        var nanos = Arbitraries.longs().between(0, 999_999_999);
        return Arbitraries.longs()
                .between(from, to)
                .flatMap(second -> nanos.map(nano -> Instant.ofEpochSecond(second, nano)));
    }

    @Property(tries = 500, seed = "2026")
    void openTimeAddsUp(
            @ForAll("lines") LineSchedule line,
            @ForAll("instants") Instant a,
            @ForAll("instants") Instant b,
            @ForAll("instants") Instant c) {
        var sorted = java.util.stream.Stream.of(a, b, c).sorted().toList();
        var whole = line.openTimeBetween(sorted.get(0), sorted.get(2));

        assertThat(whole)
                .isEqualTo(line.openTimeBetween(sorted.get(0), sorted.get(1))
                        .plus(line.openTimeBetween(sorted.get(1), sorted.get(2))))
                .isBetween(Duration.ZERO, Duration.between(sorted.get(0), sorted.get(2)));
    }

    @Property(tries = 500, seed = "2026")
    void countingBackTheMinutesGivesTheirNumber(
            @ForAll("lines") LineSchedule line,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(min = 0, max = 50_000) long minutes) {
        line.afterOpenTime(from, Duration.ofMinutes(minutes)).ifPresent(reached -> {
            assertThat(line.openTimeBetween(from, reached)).isEqualTo(Duration.ofMinutes(minutes));
            // It is the earliest such instant: a moment before, some of that time was still missing.
            if (minutes > 0) {
                assertThat(line.openTimeBetween(from, reached.minusNanos(1)))
                        .isEqualTo(Duration.ofMinutes(minutes).minusNanos(1));
            }
        });
    }

    @Property(tries = 500, seed = "2026")
    void goingBackTheMinutesIsTheEarliestWithNoMore(
            @ForAll("lines") LineSchedule line,
            @ForAll("instants") Instant to,
            @ForAll @LongRange(min = 0, max = 50_000) long minutes) {
        line.beforeOpenTime(to, Duration.ofMinutes(minutes)).ifPresent(from -> {
            assertThat(line.openTimeBetween(from, to)).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(line.openTimeBetween(from.minusNanos(1), to)).isGreaterThan(Duration.ofMinutes(minutes));
        });
    }

    @Property(tries = 500, seed = "2026")
    void moreMinutesNeverEndEarlier(
            @ForAll("lines") LineSchedule line,
            @ForAll("instants") Instant from,
            @ForAll @LongRange(min = 0, max = 20_000) long fewer,
            @ForAll @LongRange(min = 0, max = 20_000) long more) {
        var first = line.afterOpenTime(from, Duration.ofMinutes(fewer));
        var second = first.flatMap(reached -> line.afterOpenTime(reached, Duration.ofMinutes(more)));

        second.ifPresent(reached -> assertThat(reached)
                .isAfterOrEqualTo(first.orElseThrow())
                .isEqualTo(line.afterOpenTime(from, Duration.ofMinutes(fewer + more))
                        .orElseThrow()));
    }

    @Property(tries = 500, seed = "2026")
    void theNextChangeIsTheFirst(@ForAll("lines") LineSchedule line, @ForAll("instants") Instant at) {
        var state = line.stateAt(at);
        var change = state.open() ? state.closesAt() : state.opensAt();
        if (change != null) {
            assertThat(change).isAfter(at);
            assertThat(line.isOpen(change)).isEqualTo(!state.open());
            assertThat(line.isOpen(change.minusNanos(1))).isEqualTo(state.open());
            assertThat(line.openTimeBetween(at, change))
                    .isEqualTo(state.open() ? Duration.between(at, change) : Duration.ZERO);
        }
    }
}
