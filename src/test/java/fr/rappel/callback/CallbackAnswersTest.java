package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;

/** Answers by mail: who may write one, what stays of it, and how it is taken back. */
@ExtendWith(OutputCaptureExtension.class)
class CallbackAnswersTest extends AtTheDesk {

    private static final VisitorAnswer ANSWER = new VisitorAnswer("Votre dossier est complet.", List.of());

    @Autowired
    private CallbackAnswers answers;

    @Autowired
    private CallbackCorrections corrections;

    @Autowired
    private CallbackFollowUp followUp;

    @Autowired
    private ClaimExpiry expiry;

    @Test
    void theHolderAnswersAtAnyTimeAndTheTextStaysOnTheTimeline() {
        var reference = takenBy(amelie);
        amelie.does(() -> answers.send(reference, ANSWER));
        amelie.does(() -> calls.start(reference, null));
        amelie.does(() -> answers.send(reference, new VisitorAnswer("Autre chose", List.of("transmettre-un-rib"))));
        assertThat(timeline(reference))
                .filteredOn(entry -> entry.kind() == FactKind.ANSWERED)
                .extracting(TimelineEntry::actor, entry -> entry.answer().text())
                .containsExactly(tuple("amelie", "Votre dossier est complet."), tuple("amelie", "Autre chose"));
        assertThat(sheet(reference).row().status()).isEqualTo(CallbackStatus.TAKEN);
        assertThat(sheet(reference).openAttempt()).isNotNull();
    }

    @Test
    void anAnswerKeepsTheClaimAlive() {
        var reference = takenBy(amelie);
        clock.advance(Duration.ofMinutes(50));
        amelie.does(() -> answers.send(reference, ANSWER));
        clock.advance(Duration.ofMinutes(50));
        expiry.releaseUntouched();
        assertThat(data.column(reference, "taken_by")).isEqualTo("amelie");
    }

    @Test
    void nobodyElseAnswersButASupervisor() {
        var waiting = data.waiting(TestClock.OPEN_TUESDAY);
        var taken = takenBy(amelie);
        for (String reference : List.of(waiting, taken)) {
            assertThatThrownBy(() -> bruno.does(() -> answers.send(reference, ANSWER)))
                    .isInstanceOf(NotHolder.class);
            claire.does(() -> answers.send(reference, ANSWER));
            assertThat(timeline(reference).getLast().actor()).isEqualTo("claire");
        }
        assertThat(data.column(taken, "taken_by")).isEqualTo("amelie");
        assertThat(data.column(waiting, "status")).isEqualTo("WAITING");
        assertThatThrownBy(() -> Person.visitor().does(() -> answers.send(waiting, ANSWER)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aClosedRequestIsOpenedFirst() {
        var closed = data.request(
                TestClock.OPEN_TUESDAY,
                Map.of("status", "CLOSED", "outcome", "SPAM", "closed_at", TestClock.OPEN_TUESDAY));
        for (Person person : List.of(amelie, claire)) {
            assertThatThrownBy(() -> person.does(() -> answers.send(closed, ANSWER)))
                    .isInstanceOf(AlreadyClosed.class);
        }
        assertThatThrownBy(() -> amelie.does(() -> answers.send("AAAAAAAA", ANSWER)))
                .isInstanceOf(RequestNotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u00A0\u200B\u3164", "\u0000\u0007"})
    void somethingMustBeSaid(String blank) {
        var reference = takenBy(amelie);
        var silent = new VisitorAnswer(blank, List.of("transmettre-un-rib"));
        assertThatThrownBy(() -> amelie.does(() -> answers.send(reference, silent)))
                .isInstanceOf(OutcomeRefused.class)
                .hasMessageEndingWith("answerMissing");
        assertThat(timeline(reference)).extracting(TimelineEntry::kind).doesNotContain(FactKind.ANSWERED);
    }

    @Test
    void aRefusedTextIsNeverLogged(CapturedOutput log) {
        var reference = data.waiting(TestClock.OPEN_TUESDAY);
        var secret = "Monsieur Confidentiel ".repeat(10);
        assertThatExceptionOfType(OutcomeRefused.class)
                .isThrownBy(() -> new VisitorAnswer(secret.repeat(20), List.of()))
                .withMessage("callback.OutcomeRefused.answerTooLong");
        assertThatThrownBy(() -> bruno.does(() -> answers.send(reference, new VisitorAnswer(secret, List.of()))))
                .hasMessageNotContaining("Confidentiel");
        assertThat(log).doesNotContain("Confidentiel");
    }

    @Test
    void countsCharactersNotTheirHalves() {
        var reference = takenBy(amelie);
        var longest = new VisitorAnswer("𝒵".repeat(VisitorAnswer.TEXT_MAX), List.of());
        amelie.does(() -> answers.send(reference, longest));
        assertThat(timeline(reference).getLast().answer()).isEqualTo(longest);
    }

    @Test
    void whoWroteItTakesItBackWithinFiveMinutes() {
        var reference = takenBy(amelie);
        amelie.does(() -> calls.start(reference, null));
        amelie.does(() -> answers.send(reference, ANSWER));
        assertThat(sheet(reference).endsWithAnswer()).isTrue();
        assertThatThrownBy(() -> claire.does(() -> corrections.undo(reference))).isInstanceOf(TooLateToUndo.class);
        clock.advance(CallbackCorrections.UNDO_FOR);

        amelie.does(() -> corrections.undo(reference));

        assertThat(timeline(reference).getLast().kind()).isEqualTo(FactKind.ANSWER_UNDONE);
        assertThat(sheet(reference).openAttempt()).as("nothing else changed").isNotNull();
        assertThatThrownBy(() -> amelie.does(() -> corrections.undo(reference))).isInstanceOf(TooLateToUndo.class);
    }

    @Test
    void afterFiveMinutesOrAnotherStepItStands() {
        var late = takenBy(amelie);
        amelie.does(() -> answers.send(late, ANSWER));
        clock.advance(CallbackCorrections.UNDO_FOR.plusMillis(1));
        assertThatThrownBy(() -> amelie.does(() -> corrections.undo(late))).isInstanceOf(TooLateToUndo.class);

        var given = takenBy(amelie);
        amelie.does(() -> answers.send(given, ANSWER));
        amelie.does(() -> work.release(given));
        assertThatThrownBy(() -> amelie.does(() -> corrections.undo(given))).isInstanceOf(TooLateToUndo.class);
    }

    @Test
    void anOutcomeAfterIsTakenBackAloneAndTheAnswerStands() {
        var reference = takenBy(amelie);
        amelie.does(() -> answers.send(reference, ANSWER));
        amelie.does(() -> calls.closeWithoutCall(reference, new OutcomeReport(CallOutcome.OUT_OF_SCOPE, null, null)));
        assertThat(sheet(reference).endsWithAnswer()).isFalse();
        amelie.does(() -> corrections.undo(reference));
        assertThat(timeline(reference).getLast().kind()).isEqualTo(FactKind.UNDONE);
        assertThat(events(reference)).contains(FactKind.ANSWERED).doesNotContain(FactKind.CLOSED);
    }

    @Test
    void theVisitorReadsThatAnAnswerWasSentAndNotWhenItWasTakenBack() {
        var reference = takenBy(amelie);
        amelie.does(() -> answers.send(reference, ANSWER));
        assertThat(events(reference)).contains(FactKind.ANSWERED);
        assertThat(followUp.state(reference).toString()).doesNotContain("complet");
        amelie.does(() -> corrections.undo(reference));
        assertThat(events(reference)).doesNotContain(FactKind.ANSWERED, FactKind.ANSWER_UNDONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "MESSAGE_LEFT", "BUSY"})
    void aCallInVainCarriesAnAnswer(CallOutcome outcome) {
        var reference = takenBy(amelie);
        end(reference, new OutcomeReport(outcome, "Note", null, ANSWER));
        assertThat(timeline(reference).getLast().kind()).isEqualTo(FactKind.CALL_ENDED);
        assertThat(timeline(reference).getLast().answer()).isEqualTo(ANSWER);
    }

    @Test
    void theLastCallInVainHandsItToTheClosing() {
        var reference = takenBy(amelie);
        for (int i = 0; i < 4; i++) {
            if (i > 0) {
                clock.advance(Duration.ofDays(1));
                amelie.does(() -> work.take(reference));
            }
            end(reference, new OutcomeReport(CallOutcome.BUSY, null, null, i == 3 ? ANSWER : null));
        }
        assertThat(data.column(reference, "outcome")).isEqualTo("UNREACHABLE");
        assertThat(timeline(reference).getLast().answer()).isEqualTo(ANSWER);
        assertThat(timeline(reference).stream().filter(entry -> entry.answer() != null))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CALL_LATER", "DUPLICATE", "SPAM"})
    void someOutcomesCarryNone(CallOutcome outcome) {
        assertThatThrownBy(() -> new OutcomeReport(outcome, null, null, ANSWER)).hasMessageEndingWith("answerNotTold");
        assertThat(outcome.fitsMacro()).isFalse();
    }

    private void end(String reference, OutcomeReport report) {
        var attempt = amelie.get(() -> calls.start(reference, null));
        amelie.does(() -> calls.end(reference, attempt.id(), report));
    }

    private String takenBy(Person person) {
        var reference = data.waiting(clock.instant());
        person.does(() -> work.take(reference));
        return reference;
    }

    private List<FactKind> events(String reference) {
        return followUp.state(reference).events().stream()
                .map(FollowUpEvent::kind)
                .toList();
    }
}
