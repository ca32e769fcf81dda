package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackCalls;
import fr.rappel.callback.CallbackList;
import fr.rappel.callback.CallbackRow;
import fr.rappel.callback.CallbackSheets;
import fr.rappel.callback.CallbackWork;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.FactRecorded;
import fr.rappel.callback.LineCount;
import fr.rappel.callback.ListFilter;
import fr.rappel.callback.ListOrder;
import fr.rappel.callback.ListView;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What hangs on the wall is true, and follows what happens. */
@DatabaseTest
class WallFeedTest {

    private final Person amelie = Person.agent("amelie");
    private final Person bruno = Person.agent("bruno");
    private final Person claire = Person.supervisor("claire");

    @Autowired
    private WallFeed feed;

    @Autowired
    private CallbackWork work;

    @Autowired
    private CallbackCalls calls;

    @Autowired
    private CallbackSheets sheets;

    @Autowired
    private DailyCount count;

    @Autowired
    private CallbackList list;

    @Autowired
    private LineCount line;

    @Autowired
    private EventReader events;

    @Autowired
    private StoredCounts stored;

    @Autowired
    private UncountedDays uncounted;

    @Autowired
    private LineCalendar calendar;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void tuesdayMorning() {
        data.clear();
        jdbc.sql("delete from statistics_count").update();
        jdbc.sql("delete from statistics_first_call").update();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    @Test
    void countsTheQueueThePeopleAndTheDay() {
        received("2026-03-02T15:30:00Z");
        data.waiting(Instant.parse("2026-03-03T08:30:00Z"));
        call(amelie, received("2026-03-03T08:10:00Z"), CallOutcome.RESOLVED);
        call(bruno, received("2026-03-03T08:20:00Z"), CallOutcome.NO_ANSWER);
        var reference = received("2026-03-03T08:40:00Z");
        amelie.does(() -> work.take(reference));
        amelie.does(() -> calls.start(reference, null));

        Wall wall = wall();
        assertThat(wall.waiting()).isEqualTo(2);
        // Monday from 16:30 to 17:00, Tuesday from 9:00 to 10:04.
        assertThat(wall.oldest()).isEqualTo(Duration.ofMinutes(94));
        assertThat(wall.late()).isZero();
        assertThat(wall.agents()).isEqualTo(2);
        assertThat(wall.calling()).isOne();
        assertThat(wall.calls()).isEqualTo(2);
        assertThat(wall.reached()).isOne();
        assertThat(wall.notReached()).isOne();
        assertThat(wall.received()).isEqualTo(3);
    }

    @Test
    void countsAsLateWhatTheStatisticsWillCountAsOutOfTime() {
        Instant limit = calendar.beforeOpenTime(TestClock.OPEN_TUESDAY, Duration.ofHours(8))
                .orElseThrow();
        received(limit.toString());
        received(limit.minusSeconds(1).toString());
        data.request(limit.minusSeconds(1), Map.of("available_at", later(), "due_at", later()));
        data.request(limit.minusSeconds(1), Map.of("status", "TAKEN", "taken_by", "amelie"));
        data.request(limit.minusSeconds(1), Map.of("status", "REVIEW"));
        assertThat(wall().late()).isEqualTo(3);
        assertThat(listed()).hasSize(3);
        var called = received(limit.minusSeconds(1).toString());
        assertThat(wall().late()).isEqualTo(4);
        amelie.does(() -> work.take(called));
        amelie.does(() -> calls.start(called, null));
        assertThat(wall().late()).isEqualTo(3);
        assertThat(listed()).hasSize(3).doesNotContain(called);
        clock.advance(Duration.ofSeconds(1));
        assertThat(wall().late()).isEqualTo(4);
        assertThat(listed()).hasSize(4);
    }

    /** What the work list shows of them. */
    private List<String> listed() {
        return amelie.get(() -> list.page(ListFilter.of(ListView.LATE), ListOrder.OLDEST, null, 50)).rows().stream()
                .map(CallbackRow::reference)
                .toList();
    }

    private static OffsetDateTime later() {
        return TestClock.OPEN_TUESDAY.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC);
    }

    @Test
    void setsTheDayBesideTheSameWeekdays() {
        for (int week = 1; week <= 4; week++) {
            clock.set(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(7L * week)));
            call(amelie, received(clock.instant().toString()), CallOutcome.RESOLVED);
        }
        clock.setParis("2026-03-03T11:30");
        count.countFinishedDays();
        call(amelie, received(clock.instant().toString()), CallOutcome.RESOLVED);
        Wall wall = wall();
        assertThat(wall.callsUsually()).isEqualTo(1.0);
        assertThat(wall.hours()).containsExactly(new Wall.Hour(10, 0L, 1.0), new Wall.Hour(11, 1L, 0.0));
    }

    /** The 1st and the 8th of May are holidays. */
    @Test
    void setsAFridayBesideThoseOnWhichTheLineWasOpen() {
        for (String friday : List.of("2026-04-24T10:00", "2026-05-15T10:00")) {
            clock.setParis(friday);
            call(amelie, received(clock.instant().toString()), CallOutcome.RESOLVED);
        }
        clock.setParis("2026-05-22T11:30");
        count.countFinishedDays();
        Wall wall = wall();
        assertThat(wall.callsUsually()).isEqualTo(1.0);
        assertThat(wall.hours()).containsExactly(new Wall.Hour(10, 0L, 1.0));
    }

    @Test
    void knowsNoUsualSunday() {
        clock.setParis("2026-04-24T10:00");
        received(clock.instant().toString());
        clock.setParis("2026-05-24T11:30");
        count.countFinishedDays();
        Wall wall = wall();
        assertThat(wall.usualIsCounted()).isTrue();
        assertThat(wall.callsUsually()).isNull();
        assertThat(wall.hours()).isEmpty();
    }

    @Test
    void setsAYoungLineBesideTheDaysThatItHas() {
        for (int week = 1; week <= 2; week++) {
            clock.set(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(7L * week)));
            call(amelie, received(clock.instant().toString()), CallOutcome.RESOLVED);
        }
        clock.setParis("2026-03-03T11:30");
        assertThat(wall().callsUsually()).isNull();
        count.countFinishedDays();
        Wall wall = wall();
        assertThat(wall.callsUsually()).isEqualTo(1.0);
        assertThat(wall.hours()).containsExactly(new Wall.Hour(10, 0L, 1.0));
    }

    /** Nothing is in memory then, and the counts may have been emptied: they are a product of the facts. */
    @Test
    void isRightAtOnceAfterARestartAndSaysWhatIsStillBeingCounted() {
        for (int week = 4; week >= 0; week--) {
            clock.set(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(7L * week)));
            call(amelie, received(clock.instant().toString()), CallOutcome.RESOLVED);
            count.countFinishedDays();
        }
        clock.setParis("2026-03-03T11:30");
        received("2026-03-03T09:20:00Z");
        Wall before = wall();
        assertThat(before.waiting()).isOne();
        assertThat(before.calls()).isOne();
        assertThat(before.callsUsually()).isEqualTo(1.0);
        assertThat(before.usualIsCounted()).isTrue();
        assertThat(restarted().now()).isEqualTo(before);

        jdbc.sql("delete from statistics_count where starts_on > '2026-02-17'").update();
        Wall counting = restarted().now();
        assertThat(counting)
                .usingRecursiveComparison()
                .ignoringFields("callsUsually", "usualIsCounted", "hours")
                .isEqualTo(before);
        assertThat(counting.usualIsCounted()).isFalse();
        assertThat(counting.callsUsually())
                .as("the mean of what happens to be counted")
                .isNull();
        assertThat(counting.hours()).containsExactly(new Wall.Hour(10, 1L, null));
        count.countFinishedDays();
        assertThat(restarted().now()).isEqualTo(before);
    }

    private WallCount restarted() {
        return new WallCount(
                line,
                new LiveDays(events, calendar, new StatisticsProperties(Duration.ofSeconds(5)), clock),
                stored,
                uncounted,
                calendar,
                clock);
    }

    @Test
    void showsNothingBeforeAnythingHappened() {
        Wall wall = wall();
        assertThat(wall.callsUsually()).isNull();
        assertThat(wall.oldest()).isNull();
        assertThat(wall.hours()).isEmpty();
        assertThat(wall.calls()).isZero();
    }

    @Test
    void tellsEveryScreenOnceSomethingHappens() throws InterruptedException {
        var seen = new LinkedBlockingQueue<Wall>();
        Runnable leave = claire.get(() -> feed.follow(new WallFeed.Screen() {
            @Override
            public void show(Wall wall) {
                seen.add(wall);
            }

            @Override
            public void interrupt() {
                throw new AssertionError("The database is there");
            }
        }));
        var reference = received("2026-03-03T08:10:00Z");
        amelie.does(() -> work.take(reference));
        // Of itself the feed shows the wall every fifteen seconds only.
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        Wall wall = seen.poll(5, TimeUnit.SECONDS);
        while (wall != null && wall.agents() == 0) {
            // The feed may have shown the wall as it was before.
            wall = seen.poll(patience - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        leave.run();
        assertThat(wall).isNotNull();
        assertThat(wall.agents()).isOne();
    }

    @Test
    void goesOnWhateverFails() throws InterruptedException {
        var failing = mock(WallCount.class);
        Wall wall = wall();
        when(failing.now()).thenThrow(new IllegalStateException("no figures")).thenReturn(wall);
        var another = new WallFeed(failing);
        var told = new LinkedBlockingQueue<String>();
        for (int i = 0; i < 8; i++) {
            another.follow(screen(() -> {
                throw new IllegalStateException("no screen");
            }));
        }
        another.follow(screen(() -> told.add("told")));
        another.on(new FactRecorded("AAAAAAAA", FactKind.RECEIVED, TestClock.OPEN_TUESDAY, null, null, null, null));
        try {
            assertThat(told.poll(20, TimeUnit.SECONDS))
                    .as("that it cannot be counted")
                    .isNotNull();
            assertThat(told.poll(20, TimeUnit.SECONDS)).as("that it can again").isNotNull();
        } finally {
            another.stop();
        }
    }

    @Test
    void isForSupervisorsOnly() {
        assertThatThrownBy(() -> amelie.get(feed::now)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> amelie.get(() -> feed.follow(null))).isInstanceOf(AccessDeniedException.class);
    }

    private static WallFeed.Screen screen(Runnable news) {
        return new WallFeed.Screen() {
            @Override
            public void show(Wall wall) {
                news.run();
            }

            @Override
            public void interrupt() {
                news.run();
            }
        };
    }

    private Wall wall() {
        return claire.get(feed::now);
    }

    private String received(String at) {
        Instant instant = Instant.parse(at);
        var reference = data.waiting(instant);
        data.fact("RECEIVED", reference, instant);
        return reference;
    }

    private void call(Person agent, String reference, CallOutcome outcome) {
        agent.does(() -> work.take(reference));
        agent.does(() -> calls.start(reference, null));
        clock.advance(Duration.ofMinutes(2));
        long attempt = agent.get(() -> sheets.open(reference)).openAttempt().id();
        agent.does(() -> calls.end(reference, attempt, new OutcomeReport(outcome, null, null)));
    }
}
