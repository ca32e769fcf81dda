package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackCalls;
import fr.rappel.callback.CallbackCorrections;
import fr.rappel.callback.CallbackSheets;
import fr.rappel.callback.CallbackWork;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wait for the first call is written down when that call begins, and stays. */
@DatabaseTest
class FirstCallsTest {

    private static final Period TODAY = new Period(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 3));

    private final Person amelie = Person.agent("amelie");
    private final Person bruno = Person.agent("bruno");
    private final Person claire = Person.supervisor("claire");

    @Autowired
    private CallbackWork work;

    @Autowired
    private CallbackCalls calls;

    @Autowired
    private CallbackCorrections corrections;

    @Autowired
    private CallbackSheets sheets;

    @Autowired
    private Statistics statistics;

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
    void countsOpenMinutesOnlyAndOnlyOnce() {
        // Monday 16:30 to Tuesday 10:00: half an hour and an hour.
        var reference = received("2026-03-02T15:30:00Z");
        call(amelie, reference, CallOutcome.NO_ANSWER);
        clock.advance(Duration.ofHours(4));
        call(bruno, reference, CallOutcome.RESOLVED);

        assertThat(jdbc.sql("select open_minutes from statistics_first_call")
                        .query(Integer.class)
                        .list())
                .containsExactly(90);
        Report report = today();
        assertThat(report.waits().callsByMinutes()).containsExactly(java.util.Map.entry(90, 1L));
        assertThat(Figure.IN_TIME.of(report)).isEqualTo(new FigureValue(1.0, 1));
        assertThat(Figure.REACHED_FIRST.of(report)).isEqualTo(new FigureValue(0.0, 1));
        assertThat(Figure.CALLS.of(report).sample()).isEqualTo(2);
        assertThat(Figure.ATTEMPTS.of(report)).isEqualTo(new FigureValue(2.0, 1));
        assertThat(Figure.HANDLING.of(report)).isEqualTo(new FigureValue(240.0, 1));
    }

    @Test
    void neverComputesAWaitAgain() {
        var reference = received("2026-03-02T15:30:00Z");
        call(amelie, reference, CallOutcome.INFORMED);
        var before = today();
        // Stands for a calendar that says something else today: computed again, the wait would be another.
        jdbc.sql("update callback_request set received_at = available_at - interval '2' hour")
                .update();
        assertThat(today().waits()).isEqualTo(before.waits());
        assertThat(today().all()).isEqualTo(before.all());
    }

    @Test
    void takesBackWhatWasUndone() {
        var reference = received("2026-03-03T08:30:00Z");
        call(amelie, reference, CallOutcome.RESOLVED);
        assertThat(today().all().events(Measure.CLOSED)).isOne();
        assertThat(today().openAtEnd()).isZero();

        amelie.does(() -> corrections.undo(reference));
        assertThat(today().all().events(Measure.CLOSED)).isZero();
        assertThat(today().all().events(Measure.CALL)).isZero();
        assertThat(today().openAtEnd()).isOne();

        end(amelie, reference, CallOutcome.WRONG_NUMBER);
        claire.does(() -> corrections.reopen(reference, "Bon numéro retrouvé"));
        Report report = today();
        assertThat(report.all().events(Measure.CLOSED)).isOne();
        assertThat(report.all().events(Measure.REOPENED)).isOne();
        assertThat(report.openAtEnd()).isOne();
    }

    @Test
    void showsAgentsTheirOwnFiguresOnly() {
        call(amelie, received("2026-03-03T08:30:00Z"), CallOutcome.RESOLVED);
        call(bruno, received("2026-03-03T08:40:00Z"), CallOutcome.NO_ANSWER);
        call(bruno, received("2026-03-03T08:50:00Z"), CallOutcome.INFORMED);
        assertThat(amelie.get(() -> statistics.own(TODAY)).events(Measure.CALL)).isOne();
        assertThat(bruno.get(() -> statistics.own(TODAY)).events(Measure.CALL)).isEqualTo(2);
        assertThat(Person.agent("zoe").get(() -> statistics.own(TODAY)).amounts())
                .isEmpty();
    }

    private Report today() {
        return claire.get(() -> statistics.report(TODAY, Set.of(Dimension.AGENT)));
    }

    private String received(String at) {
        Instant instant = Instant.parse(at);
        var reference = data.waiting(instant);
        data.fact("RECEIVED", reference, instant);
        // Numbered before what the services write: they read a timeline in the order of its numbers.
        jdbc.sql("update callback_fact set id = -id where kind = 'RECEIVED' and id > 0")
                .update();
        return reference;
    }

    private void call(Person agent, String reference, CallOutcome outcome) {
        agent.does(() -> work.take(reference));
        agent.does(() -> calls.start(reference, null));
        clock.advance(Duration.ofMinutes(2));
        end(agent, reference, outcome);
    }

    private void end(Person agent, String reference, CallOutcome outcome) {
        long attempt = agent.get(() -> sheets.open(reference)).openAttempt().id();
        agent.does(() -> calls.end(reference, attempt, new OutcomeReport(outcome, null, null)));
    }
}
