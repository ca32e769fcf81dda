package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A wrong key is repaired: at once by who pressed it, later by a supervisor. */
@DatabaseTest
class CallbackCorrectionsTest {

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
    private CallbackFollowUp followUp;

    @Autowired
    private CallbackSheets sheets;

    @Autowired
    private ClaimExpiry expiry;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void tuesdayMorning() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "WRONG_NUMBER", "NO_ANSWER", "CALL_LATER"})
    void givesTheCallBackToWhoRecordedAWrongOutcome(CallOutcome mistaken) {
        var reference = called(amelie, mistaken);
        assertThat(sheet(reference).canBeUndoneBy("amelie", clock.instant())).isTrue();
        clock.advance(Duration.ofMinutes(5));

        amelie.does(() -> corrections.undo(reference));

        assertThat(sheet(reference).row().takenBy()).isEqualTo("amelie");
        assertThat(sheet(reference).row().outcome()).isNull();
        assertThat(sheet(reference).openAttempt()).isNotNull();
        assertThat(data.column(reference, "unreached")).hasToString("0");
        assertThat(sheet(reference).timeline().getLast().kind()).isEqualTo(FactKind.UNDONE);
        assertThat(sheet(reference).timeline().getLast().outcome()).isEqualTo(mistaken);

        end(amelie, reference, CallOutcome.INFORMED);
        assertThat(data.column(reference, "outcome")).isEqualTo("INFORMED");
        assertThat(sheet(reference).attempts()).extracting(Attempt::outcome).containsExactly(CallOutcome.INFORMED);
    }

    @Test
    void countsNoCallTwiceWhenTheVisitorHasWrittenBackMeanwhile() {
        var reference = called(amelie, CallOutcome.NO_ANSWER);
        followUp.reply(reference, "Je suis disponible maintenant.");
        amelie.does(() -> corrections.undo(reference));
        assertThat(data.column(reference, "unreached")).hasToString("0");
        end(amelie, reference, CallOutcome.NO_ANSWER);
        assertThat(data.column(reference, "unreached")).hasToString("1");
    }

    @Test
    void aReplyOpensWhatIsClosedForTheCallsOfANewRound() {
        var reference = called(amelie, CallOutcome.NO_ANSWER);
        clock.advance(Duration.ofDays(1));
        amelie.does(() -> work.take(reference));
        amelie.does(() -> calls.start(reference, null));
        end(amelie, reference, CallOutcome.INFORMED);
        followUp.reply(reference, "Il manque encore une lettre.");
        assertThat(data.column(reference, "unreached")).hasToString("0");
        assertThat(sheet(reference).timeline())
                .extracting(TimelineEntry::kind)
                .endsWith(FactKind.REPLIED, FactKind.REOPENED);
        assertThatThrownBy(() -> amelie.does(() -> corrections.undo(reference))).isInstanceOf(TooLateToUndo.class);
    }

    @Test
    void doesNotWaitForThePlannedMomentOnceItWasUndone() {
        var reference = called(amelie, CallOutcome.CALL_LATER);
        amelie.does(() -> corrections.undo(reference));
        clock.advance(Duration.ofMinutes(61));
        expiry.releaseUntouched();
        assertThat(bruno.get(work::takeNext)).contains(reference);
    }

    @Test
    void opensAgainWhatTheRuleClosedAfterTheLastCallInVain() {
        var reference = takenBy(amelie);
        for (int i = 0; i < 4; i++) {
            if (i > 0) {
                clock.advance(Duration.ofDays(1));
                amelie.does(() -> work.take(reference));
            }
            amelie.does(() -> calls.start(reference, null));
            end(amelie, reference, CallOutcome.BUSY);
        }
        assertThat(data.column(reference, "outcome")).isEqualTo("UNREACHABLE");

        amelie.does(() -> corrections.undo(reference));

        assertThat(data.column(reference, "unreached")).hasToString("3");
        end(amelie, reference, CallOutcome.BUSY);
        assertThat(data.column(reference, "outcome")).isEqualTo("UNREACHABLE");
    }

    @Test
    void opensAgainWhatWasClosedWithoutACall() {
        var reference = takenBy(amelie);
        amelie.does(() -> calls.closeWithoutCall(reference, new OutcomeReport(CallOutcome.SPAM, null, null)));
        amelie.does(() -> work.addNote(reference, "Mauvaise touche"));
        amelie.does(() -> corrections.undo(reference));
        assertThat(data.column(reference, "status")).isEqualTo("TAKEN");
        assertThat(sheet(reference).attempts()).isEmpty();
    }

    @Test
    void undoesNeitherTooLateNorForOthersNorTwice() {
        var reference = called(amelie, CallOutcome.RESOLVED);
        refusesToUndo(bruno, reference);
        refusesToUndo(claire, reference);
        clock.advance(Duration.ofMinutes(5).plusMillis(1));
        refusesToUndo(amelie, reference);
        assertThat(sheet(reference).canBeUndoneBy("amelie", clock.instant())).isFalse();
        assertThat(data.column(reference, "status")).isEqualTo("CLOSED");

        var again = called(amelie, CallOutcome.RESOLVED);
        amelie.does(() -> corrections.undo(again));
        refusesToUndo(amelie, again);
    }

    @Test
    void undoesNothingOnceSomebodyElseHasTheRequest() {
        var reference = called(amelie, CallOutcome.NO_ANSWER);
        bruno.does(() -> work.take(reference));
        refusesToUndo(amelie, reference);
        assertThat(data.column(reference, "taken_by")).isEqualTo("bruno");
    }

    @Test
    void letsASupervisorReopenAtAnyTimeForAReasonThatIsKept() {
        var reference = called(amelie, CallOutcome.OUT_OF_SCOPE);
        clock.advance(Duration.ofDays(30));
        assertThatThrownBy(() -> amelie.does(() -> corrections.reopen(reference, "Je voudrais")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> claire.does(() -> corrections.reopen(reference, " \u00A0")))
                .isInstanceOf(OutcomeRefused.class);

        claire.does(() -> corrections.reopen(reference, "La personne a rappelé"));

        assertThat(data.column(reference, "taken_by")).isEqualTo("claire");
        assertThat(sheet(reference).row().availableAt())
                .as("its place in the queue")
                .isEqualTo(clock.instant());
        assertThat(sheet(reference).timeline().getLast().kind()).isEqualTo(FactKind.REOPENED);
        assertThat(sheet(reference).timeline().getLast().note()).isEqualTo("La personne a rappelé");
        assertThat(sheet(reference).attempts()).extracting(Attempt::outcome).containsExactly(CallOutcome.OUT_OF_SCOPE);
        assertThatThrownBy(() -> claire.does(() -> corrections.reopen(reference, "Encore")))
                .isInstanceOf(NotClosed.class);
    }

    private void refusesToUndo(Person person, String reference) {
        assertThatThrownBy(() -> person.does(() -> corrections.undo(reference))).isInstanceOf(TooLateToUndo.class);
    }

    private String called(Person agent, CallOutcome outcome) {
        var reference = takenBy(agent);
        agent.does(() -> calls.start(reference, null));
        end(agent, reference, outcome);
        return reference;
    }

    private void end(Person agent, String reference, CallOutcome outcome) {
        Instant callAt = outcome.postpones() ? clock.instant().plus(Duration.ofDays(1)) : null;
        long attempt = sheet(reference).openAttempt().id();
        agent.does(() -> calls.end(reference, attempt, new OutcomeReport(outcome, null, callAt)));
    }

    private String takenBy(Person agent) {
        return data.request(
                clock.instant(), Map.of("status", "TAKEN", "taken_by", agent.username(), "taken_at", clock.instant()));
    }

    private CallbackSheet sheet(String reference) {
        return amelie.get(() -> sheets.open(reference));
    }
}
