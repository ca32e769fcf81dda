package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** However many look at the figures of today, they are read once for all of them. */
class LiveDaysTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    private final EventReader events = mock();
    private final LineCalendar calendar = mock();
    private final TestClock clock = new TestClock();
    private final AtomicInteger read = new AtomicInteger();
    private final LiveDays days =
            new LiveDays(events, calendar, new StatisticsProperties(Duration.ofSeconds(5)), clock);

    @BeforeEach
    void countsHowOftenTheFactsAreRead() {
        when(calendar.zone()).thenReturn(ZoneId.of("Europe/Paris"));
        reading(() -> {});
    }

    @Test
    void keepsADayForSomeSeconds() {
        Tally tally = days.read(TUESDAY);
        clock.advance(Duration.ofMillis(4_999));
        assertThat(days.read(TUESDAY)).isSameAs(tally);
        clock.advance(Duration.ofMillis(1));
        assertThat(days.read(TUESDAY)).isNotSameAs(tally);
        assertThat(read).hasValue(2);
    }

    @Test
    void keepsEachDayByItself() {
        assertThat(days.read(TUESDAY)).isNotSameAs(days.read(TUESDAY.minusDays(1)));
        assertThat(read).hasValue(2);
    }

    @Test
    void readsAgainWhenTheClockWasSetBack() {
        days.read(TUESDAY);
        clock.advance(Duration.ofHours(-1));
        days.read(TUESDAY);
        assertThat(read).hasValue(2);
    }

    @Test
    void givesToAllWhatTheWallHasRead() {
        days.read(TUESDAY);
        clock.advance(Duration.ofSeconds(1));
        Tally now = days.readNow(TUESDAY);
        assertThat(read).hasValue(2);
        clock.advance(Duration.ofSeconds(4));
        assertThat(days.read(TUESDAY)).isSameAs(now);
        assertThat(read).hasValue(2);
    }

    @Test
    void readsAllOfADayOnceInAWhileAndInBetweenWhatChanged() {
        days.readNow(TUESDAY);
        clock.advance(Duration.ofSeconds(30));
        days.readNow(TUESDAY);
        clock.advance(LiveDays.WHOLE);
        days.readNow(TUESDAY);
        Instant midnight = TUESDAY.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant();
        Instant overlap = clock.instant().minus(LiveDays.WHOLE).minusSeconds(30).minus(LiveDays.OVERLAP);
        var since = ArgumentCaptor.forClass(Instant.class);
        verify(events, times(3)).readChanged(any(Moments.class), since.capture());
        assertThat(since.getAllValues()).containsExactly(midnight, overlap, midnight);
    }

    @Test
    void forgetsWhatCouldNotBeRead() {
        reading(() -> {
            throw new IllegalStateException("The database is away");
        });
        assertThatThrownBy(() -> days.read(TUESDAY)).isInstanceOf(IllegalStateException.class);
        reading(() -> {});
        assertThat(days.read(TUESDAY)).isNotNull();
    }

    @Test
    void readsOnceForThoseWhoComeMeanwhile() throws Exception {
        var asked = new CountDownLatch(20);
        reading(() -> await(asked));
        try (var threads = Executors.newFixedThreadPool(20)) {
            Callable<Tally> supervisor = () -> {
                asked.countDown();
                return days.read(TUESDAY);
            };
            var tallies = threads.invokeAll(Collections.nCopies(20, supervisor));
            for (var tally : tallies) {
                assertThat(tally.get()).isSameAs(tallies.getFirst().get());
            }
        }
        assertThat(read).hasValue(1);
    }

    private void reading(Runnable work) {
        doAnswer(call -> {
                    read.incrementAndGet();
                    work.run();
                    return Map.of();
                })
                .when(events)
                .readChanged(any(Moments.class), any(Instant.class));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
