package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from the outcome of a call. All local times are those of Paris. */
class CallOutcomeEffectTest extends AtTheDesk {

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "INFORMED", "WRONG_NUMBER", "OUT_OF_SCOPE", "DUPLICATE", "SPAM"})
    void closes(CallOutcome outcome) {
        var sheet = afterCall(outcome, null);
        assertThat(sheet.row().status()).isEqualTo(CallbackStatus.CLOSED);
        assertThat(sheet.row().outcome()).isEqualTo(outcome);
        assertThat(sheet.row().takenBy()).isNull();
        assertThat(sheet.closedAt()).isEqualTo(clock.instant());
        assertThat(sheet.timeline().getLast().kind()).isEqualTo(FactKind.CLOSED);
    }

    /** The next open moment after the gap; the promise is eight open hours from there. */
    @ParameterizedTest
    @CsvSource({
        "NO_ANSWER, 2026-03-03T10:05, 2026-03-03T12:05, 2026-03-04T14:05",
        "NO_ANSWER, 2026-03-03T10:35, 2026-03-03T13:30, 2026-03-04T14:30",
        "MESSAGE_LEFT, 2026-03-03T10:05, 2026-03-03T14:05, 2026-03-04T15:05",
        "MESSAGE_LEFT, 2026-03-03T16:00, 2026-03-04T09:00, 2026-03-05T10:00",
        "BUSY, 2026-03-03T10:05, 2026-03-03T10:20, 2026-03-04T11:20",
        "BUSY, 2026-03-03T12:15, 2026-03-03T13:30, 2026-03-04T14:30",
        "BUSY, 2026-03-06T16:20, 2026-03-09T09:00, 2026-03-10T10:00",
        "MESSAGE_LEFT, 2026-04-03T16:00, 2026-04-07T09:00, 2026-04-08T10:00",
        "NO_ANSWER, 2026-03-27T16:00, 2026-03-30T09:00, 2026-03-31T10:00"
    })
    void bringsBackAtTheNextOpenMomentAfterTheGap(
            CallOutcome outcome, String ended, LocalDateTime availableAt, LocalDateTime dueAt) {
        clock.setParis(ended);
        var row = afterCall(outcome, null).row();
        assertThat(row.status()).isEqualTo(CallbackStatus.WAITING);
        assertThat(row.availableAt()).isEqualTo(paris(availableAt));
        assertThat(row.dueAt()).isEqualTo(paris(dueAt));
        assertThat(row.takenBy()).isNull();
        assertThat(row.outcome()).isNull();
        assertThat(number(row.reference())).isEqualTo(1);
        assertThat(last(row.reference()).until()).isEqualTo(row.availableAt());
    }

    @Test
    void closesAsUnreachableAfterTheFourthCallThatReachedNobody() {
        var reference = data.waiting(clock.instant());
        for (var outcome : new CallOutcome[] {CallOutcome.BUSY, CallOutcome.NO_ANSWER, CallOutcome.MESSAGE_LEFT}) {
            call(reference, outcome, null);
            assertThat(data.column(reference, "status")).isEqualTo("WAITING");
        }
        assertThat(number(reference)).isEqualTo(3);
        call(reference, CallOutcome.NO_ANSWER, null);

        var sheet = sheet(reference);
        assertThat(sheet.row().status()).isEqualTo(CallbackStatus.CLOSED);
        assertThat(sheet.row().outcome()).isEqualTo(CallOutcome.UNREACHABLE);
        assertThat(sheet.attempts()).hasSize(4);
        assertThat(sheet.attempts().getLast().outcome()).isEqualTo(CallOutcome.NO_ANSWER);
        assertThat(sheet.timeline().getLast().outcome()).isEqualTo(CallOutcome.UNREACHABLE);
        assertThat(sheet.timeline().getLast().actor()).as("closed by rule").isNull();
    }

    @Test
    void countsNoPostponementAsACallThatReachedNobody() {
        var reference = data.waiting(clock.instant());
        call(reference, CallOutcome.BUSY, null);
        call(reference, CallOutcome.CALL_LATER, clock.instant().plus(Duration.ofDays(1)));
        assertThat(number(reference)).isEqualTo(1);
    }

    @Test
    void comesBackAtTheMomentTheCallerNamed() {
        var moment = paris(LocalDateTime.parse("2026-03-12T15:30"));
        var row = afterCall(CallOutcome.CALL_LATER, moment).row();
        assertThat(row.status()).isEqualTo(CallbackStatus.WAITING);
        assertThat(row.availableAt()).isEqualTo(moment);
        assertThat(row.dueAt()).isEqualTo(moment);
        assertThat(last(row.reference()).until()).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T09:59",
        "2026-03-03T10:00",
        "2026-05-04T10:00",
        "-999999999-01-01T00:00",
        "+999999999-12-31T00:00"
    })
    void refusesMomentsPastOrTooFar(LocalDateTime moment) {
        assertRefused(paris(moment), OutcomeRefused.class);
    }

    @Test
    void acceptsTheLastMomentOfSixtyDays() {
        // Saturday 2 May is the sixtieth day; the line is open on Thursday 30 April.
        var moment = paris(LocalDateTime.parse("2026-04-30T16:59"));
        assertThat(afterCall(CallOutcome.CALL_LATER, moment).row().availableAt())
                .isEqualTo(moment);
    }

    @Test
    void refusesAMissingMoment() {
        assertRefused(null, OutcomeRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-03T12:30", "2026-03-06T12:15", "2026-03-07T10:00", "2026-04-06T10:00"})
    void refusesMomentsAtWhichTheLineIsClosed(LocalDateTime moment) {
        assertRefused(paris(moment), LineClosedForCalls.class);
    }

    @Test
    void refusesANoteThatIsTooLong() {
        assertThatExceptionOfType(OutcomeRefused.class)
                .isThrownBy(() -> new OutcomeReport(CallOutcome.BUSY, "é".repeat(4_001), null));
    }

    private void assertRefused(Instant moment, Class<? extends Exception> refusal) {
        var reference = data.waiting(clock.instant());
        assertThatThrownBy(() -> call(reference, CallOutcome.CALL_LATER, moment))
                .isInstanceOf(refusal);
        assertThat(data.column(reference, "status")).isEqualTo("TAKEN");
        assertThat(sheet(reference).openAttempt()).as("the call goes on").isNotNull();
        assertThat(last(reference).kind()).isEqualTo(FactKind.CALL_STARTED);
    }

    private CallbackSheet afterCall(CallOutcome outcome, Instant callAt) {
        var reference = data.waiting(clock.instant());
        call(reference, outcome, callAt);
        return sheet(reference);
    }

    private void call(String reference, CallOutcome outcome, Instant callAt) {
        amelie.does(() -> {
            work.take(reference);
            var attempt = calls.start(reference, null);
            calls.end(reference, attempt.id(), new OutcomeReport(outcome, null, callAt));
        });
    }

    private TimelineEntry last(String reference) {
        return sheet(reference).timeline().getLast();
    }

    private int number(String reference) {
        return ((Number) data.column(reference, "unreached")).intValue();
    }

    private static Instant paris(LocalDateTime local) {
        return local.atZone(ZoneId.of("Europe/Paris")).toInstant();
    }
}
