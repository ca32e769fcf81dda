package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call may start, and who may end it. What its outcome does is {@link CallOutcomeEffectTest}. */
class CallbackCallsTest extends AtTheDesk {

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T12:30:00, 2026-03-03T12:30:00Z",
        "2026-03-03T13:29:59, 2026-03-03T12:30:00Z",
        "2026-03-06T12:15:00, 2026-03-06T12:30:00Z",
        "2026-03-06T16:30:00, 2026-03-09T08:00:00Z",
        "2026-04-06T10:00:00, 2026-04-07T07:00:00Z"
    })
    void refusesToCallOutsideHoursAndSaysWhenTheLineOpens(String paris, Instant opensAt) {
        var reference = takenBy(amelie);
        clock.setParis(paris);
        assertThatExceptionOfType(LineClosedForCalls.class)
                .isThrownBy(() -> amelie.does(() -> calls.start(reference, null)))
                .satisfies(closed -> assertThat(closed.opensAt()).contains(opensAt));
        assertThat(data.count("callback_attempt")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-03T12:29:59", "2026-03-03T13:30:00", "2026-03-06T11:59:59"})
    void callsWithinHours(String paris) {
        var reference = takenBy(amelie);
        clock.setParis(paris);
        var attempt = amelie.get(() -> calls.start(reference, null));
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.agent()).isEqualTo("amelie");
        assertThat(attempt.startedAt()).isEqualTo(clock.instant());
        assertThat(sheet(reference).openAttempt()).isEqualTo(attempt);
    }

    @Test
    void letsASupervisorCallOutsideHoursForAReasonThatIsKept() {
        var reference = takenBy(claire);
        clock.setParis("2026-03-03T12:45");
        for (String none : new String[] {null, "", " \u00A0"}) {
            assertThatThrownBy(() -> claire.does(() -> calls.start(reference, none)))
                    .isInstanceOf(LineClosedForCalls.class);
        }
        var attempt = claire.get(() -> calls.start(reference, " Rendez-vous\npris "));
        assertThat(attempt.overrideReason()).isEqualTo("Rendez-vous pris");
        assertThat(timeline(reference).getLast().note()).isEqualTo("Rendez-vous pris");
    }

    @Test
    void letsNoAgentCallOutsideHoursForAnyReason() {
        var reference = takenBy(amelie);
        clock.setParis("2026-03-03T12:45");
        assertThatThrownBy(() -> amelie.does(() -> calls.start(reference, "Urgent")))
                .isInstanceOf(LineClosedForCalls.class);
    }

    @Test
    void keepsNoReasonWhereNoneIsNeeded() {
        var reference = takenBy(claire);
        assertThat(claire.get(() -> calls.start(reference, "Pour rien")).overrideReason())
                .isNull();
    }

    @Test
    void startsOneCallAtATimeAndOnlyForItsHolder() {
        var reference = takenBy(amelie);
        assertThatThrownBy(() -> bruno.does(() -> calls.start(reference, null))).isInstanceOf(NotHolder.class);
        assertThatThrownBy(() -> claire.does(() -> calls.start(reference, "Je peux ?")))
                .isInstanceOf(NotHolder.class);
        amelie.does(() -> calls.start(reference, null));
        assertThatThrownBy(() -> amelie.does(() -> calls.start(reference, null)))
                .isInstanceOf(CallInProgress.class);
    }

    @Test
    void acceptsOneOutcomePerCall() {
        var reference = takenBy(amelie);
        var attempt = amelie.get(() -> calls.start(reference, null));
        end(amelie, reference, attempt.id(), CallOutcome.BUSY);
        assertThatThrownBy(() -> end(amelie, reference, attempt.id(), CallOutcome.RESOLVED))
                .isInstanceOf(AttemptEnded.class);
        assertThat(data.column(reference, "status")).isEqualTo("WAITING");
    }

    @Test
    void acceptsAnOutcomeFromNobodyElse() {
        var reference = takenBy(amelie);
        var attempt = amelie.get(() -> calls.start(reference, null));
        assertThatThrownBy(() -> end(bruno, reference, attempt.id(), CallOutcome.RESOLVED))
                .isInstanceOf(NotHolder.class);
        assertThat(sheet(reference).openAttempt()).isNotNull();
    }

    @Test
    void findsNoAttemptOfAnotherRequest() {
        var mine = takenBy(amelie);
        var others = takenBy(bruno);
        var attempt = bruno.get(() -> calls.start(others, null));
        amelie.does(() -> calls.start(mine, null));
        assertThatThrownBy(() -> end(amelie, mine, attempt.id(), CallOutcome.RESOLVED))
                .isInstanceOf(RequestNotFound.class);
        for (long id : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> end(amelie, mine, id, CallOutcome.RESOLVED))
                    .isInstanceOf(RequestNotFound.class);
        }
        assertThat(sheet(others).openAttempt()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "INTERRUPTED"})
    void leavesToTheRulesWhatNoAgentMayChoose(CallOutcome outcome) {
        var reference = takenBy(amelie);
        var attempt = amelie.get(() -> calls.start(reference, null));
        assertThatThrownBy(() -> end(amelie, reference, attempt.id(), outcome)).isInstanceOf(OutcomeRefused.class);
        assertThat(sheet(reference).openAttempt()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(CallOutcome.class)
    void closesWithoutACallOnlyWhatNeedsNone(CallOutcome outcome) {
        var reference = takenBy(amelie);
        var report = new OutcomeReport(outcome, "Vu avec l’entreprise", null);
        if (List.of(CallOutcome.OUT_OF_SCOPE, CallOutcome.DUPLICATE, CallOutcome.SPAM)
                .contains(outcome)) {
            amelie.does(() -> calls.closeWithoutCall(reference, report));
            assertThat(data.column(reference, "status")).isEqualTo("CLOSED");
            assertThat(timeline(reference).getLast().note()).isEqualTo("Vu avec l’entreprise");
        } else {
            assertThatThrownBy(() -> amelie.does(() -> calls.closeWithoutCall(reference, report)))
                    .isInstanceOf(OutcomeRefused.class);
            assertThat(data.column(reference, "status")).isEqualTo("TAKEN");
        }
    }

    @Test
    void closesWithoutACallNeitherWhatOthersHoldNorWhatIsBeingCalled() {
        var reference = takenBy(amelie);
        var spam = new OutcomeReport(CallOutcome.SPAM, null, null);
        assertThatThrownBy(() -> bruno.does(() -> calls.closeWithoutCall(reference, spam)))
                .isInstanceOf(NotHolder.class);
        amelie.does(() -> calls.start(reference, null));
        assertThatThrownBy(() -> amelie.does(() -> calls.closeWithoutCall(reference, spam)))
                .isInstanceOf(CallInProgress.class);
    }

    @Test
    void changesNothingOfAClosedRequest() {
        var closed = data.request(
                TestClock.OPEN_TUESDAY,
                Map.of("status", "CLOSED", "outcome", "SPAM", "closed_at", TestClock.OPEN_TUESDAY));
        assertThatThrownBy(() -> amelie.does(() -> calls.start(closed, null))).isInstanceOf(AlreadyClosed.class);
        assertThatThrownBy(() -> amelie.does(() -> work.release(closed))).isInstanceOf(AlreadyClosed.class);
        assertThatThrownBy(() -> claire.does(() -> work.release(closed))).isInstanceOf(AlreadyClosed.class);
    }

    @Test
    void writesEveryStepOnTheTimelineInOrder() {
        var reference = takenBy(amelie);
        var first = amelie.get(() -> calls.start(reference, null));
        clock.advance(Duration.ofMinutes(3));
        end(amelie, reference, first.id(), CallOutcome.BUSY);
        clock.advance(Duration.ofMinutes(20));
        bruno.get(work::takeNext);
        bruno.does(() -> work.addNote(reference, "Deuxième essai"));
        var second = bruno.get(() -> calls.start(reference, null));
        end(bruno, reference, second.id(), CallOutcome.RESOLVED);

        assertThat(timeline(reference))
                .extracting(entry -> entry.kind() + " " + entry.actor() + " " + entry.outcome())
                .containsExactly(
                        "TAKEN amelie null",
                        "CALL_STARTED amelie null",
                        "CALL_ENDED amelie BUSY",
                        "TAKEN bruno null",
                        "NOTED bruno null",
                        "CALL_STARTED bruno null",
                        "CALL_ENDED bruno RESOLVED",
                        "CLOSED bruno RESOLVED");
        assertThat(timeline(reference)).extracting(TimelineEntry::at).isSorted();
        assertThat(sheet(reference).attempts()).extracting(Attempt::number).containsExactly(1, 2);
    }

    private String takenBy(Person person) {
        var reference = data.waiting(TestClock.OPEN_TUESDAY);
        person.does(() -> work.take(reference));
        return reference;
    }

    private void end(Person person, String reference, long attempt, CallOutcome outcome) {
        person.does(() -> calls.end(reference, attempt, new OutcomeReport(outcome, null, null)));
    }
}
