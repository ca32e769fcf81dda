package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.callback.AddMessage;
import fr.rappel.callback.CallbackCorrections;
import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.callback.CallbackWork;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The wall where days begin and end, and where requests begin again. */
class WallDaysTest extends WithFigures {

    private final Person amelie = Person.agent("amelie");

    @Autowired
    private WallCount wall;

    @Autowired
    private CallbackCorrections corrections;

    @Autowired
    private CallbackFollowUp followUp;

    @Autowired
    private CallbackWork work;

    @Test
    void beginsAnewAtMidnight() {
        clock.setParis("2026-03-03T23:59:59");
        ended(clock.instant().minusSeconds(30));
        received(clock.instant());
        assertThat(wall.now())
                .returns(LocalDate.of(2026, 3, 3), Wall::today)
                .returns(1L, Wall::calls)
                .returns(2L, Wall::received)
                .returns(List.of(new Wall.Hour(23, 1L, null)), Wall::hours);
        clock.advance(Duration.ofSeconds(1));
        assertThat(wall.now())
                .returns(LocalDate.of(2026, 3, 4), Wall::today)
                .returns(0L, Wall::calls)
                .returns(0L, Wall::received)
                .returns(1, Wall::waiting)
                .returns(List.of(), Wall::hours);
        ended(clock.instant());
        assertThat(wall.now()).returns(1L, Wall::calls).returns(1L, Wall::received);
    }

    @Test
    void countsTheDayThatHasTwentyThreeHours() {
        clock.setParis("2026-03-29T23:59:59");
        ended(Instant.parse("2026-03-28T22:59:59Z"));
        ended(Instant.parse("2026-03-28T23:00:00Z"));
        ended(Instant.parse("2026-03-29T00:59:59Z"));
        ended(Instant.parse("2026-03-29T01:00:00Z"));
        ended(Instant.parse("2026-03-29T21:59:59Z"));
        assertThat(calls()).isEqualTo(Map.of(0, 1L, 1, 1L, 3, 1L, 23, 1L));
    }

    @Test
    void countsTheDayThatHasTwentyFiveHours() {
        clock.setParis("2026-10-25T23:59:59");
        ended(Instant.parse("2026-10-24T21:59:59Z"));
        ended(Instant.parse("2026-10-24T22:00:00Z"));
        ended(Instant.parse("2026-10-25T00:30:00Z"));
        ended(Instant.parse("2026-10-25T01:30:00Z"));
        ended(Instant.parse("2026-10-25T22:59:59Z"));
        assertThat(calls()).as("the hour that comes twice is one").isEqualTo(Map.of(0, 1L, 2, 2L, 23, 1L));
    }

    /** Ended today, by the hour. */
    private Map<Integer, Long> calls() {
        Wall now = wall.now();
        Map<Integer, Long> calls = now.hours().stream()
                .filter(hour -> hour.calls() != null && hour.calls() > 0)
                .collect(Collectors.toMap(Wall.Hour::hour, Wall.Hour::calls));
        assertThat(now.calls())
                .isEqualTo(calls.values().stream().mapToLong(Long::longValue).sum());
        return calls;
    }

    @Test
    void waitsAnewOnceARequestIsOpenedAgain() {
        Instant longAgo = TestClock.OPEN_TUESDAY.minus(Duration.ofDays(30));
        String byVisitor = closed(longAgo);
        String bySupervisor = closed(longAgo);
        assertThat(wall.now().oldest()).isNull();
        followUp.addMessage(byVisitor, new AddMessage("Cela ne marche toujours pas."));
        clock.advance(Duration.ofMinutes(5));
        claire.does(() -> corrections.reopen(bySupervisor, "La personne a rappelé"));
        assertThat(wall.now().oldest()).isEqualTo(Duration.ofMinutes(5));
        amelie.does(() -> work.take(byVisitor));
        claire.does(() -> work.release(bySupervisor));
        clock.advance(Duration.ofMinutes(2));
        assertThat(wall.now().oldest()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void waitsSinceTheMomentForWhichACallWasPlanned() {
        Instant longAgo = TestClock.OPEN_TUESDAY.minus(Duration.ofDays(30));
        data.request(TestClock.OPEN_TUESDAY.minusSeconds(600), Map.of("received_at", longAgo));
        assertThat(wall.now().oldest()).isEqualTo(Duration.ofMinutes(10));
        data.waiting(TestClock.OPEN_TUESDAY.minusSeconds(900));
        assertThat(wall.now().oldest()).isEqualTo(Duration.ofMinutes(15));
    }

    private String closed(Instant at) {
        String reference =
                received(at, Map.of("status", "CLOSED", "outcome", "RESOLVED", "closed_at", at.plusSeconds(600)));
        data.fact("CLOSED", reference, at.plusSeconds(600));
        return reference;
    }

    /** A request whose call ended at that moment and that is closed since. */
    private void ended(Instant at) {
        String reference = received(at, Map.of("status", "CLOSED", "outcome", "RESOLVED", "closed_at", at));
        data.fact("CALL_STARTED", reference, at);
        data.fact("CALL_ENDED", reference, at);
        jdbc.sql("update callback_fact set outcome = 'RESOLVED' where kind = 'CALL_ENDED'")
                .update();
    }
}
