package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a visitor may do with a request, and what the desk sees of it. It is Tuesday, 10:00 in Paris. */
@DatabaseTest
class CallbackFollowUpTest {

    private static final Person AMELIE = Person.agent("amelie");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-03");

    @Autowired
    private CallbackFollowUp followUp;

    @Autowired
    private CallbackSheets sheets;

    @Autowired
    private CallbackWork work;

    @Autowired
    private CallbackCalls calls;

    @Autowired
    private CallbackCorrections corrections;

    @Autowired
    private Deferral deferral;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    private String reference;

    @BeforeEach
    void oneRequest() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(AMELIE);
        reference = data.waiting(clock.instant());
    }

    @Test
    void correctsThePhoneAndKeepsWhatItWas() {
        followUp.correctPhone(reference, new PhoneCorrection("06 12 34 56 79"));
        assertThat(sheet().row().phone()).isEqualTo("+33612345679");
        assertThat(last().kind()).isEqualTo(FactKind.PHONE_CORRECTED);
        assertThat(last().actor()).isEqualTo(TimelineEntry.VISITOR);
        assertThat(last().note()).isEqualTo("06\u00a012\u00a034\u00a056\u00a078");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0800 00 00 00", "3949", "bonjour", "0892 70 12 39"})
    void refusesPhonesThatTheFormRefuses(String phone) {
        assertThatThrownBy(() -> followUp.correctPhone(reference, new PhoneCorrection(phone)))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(data.count("callback_fact")).isZero();
    }

    @Test
    void correctsTheEmail() {
        followUp.correctEmail(reference, new EmailCorrection("Zoe@Exemple.FR"));
        assertThat(sheet().email()).isEqualTo("Zoe@exemple.fr");
        assertThat(last().note()).isEqualTo("elodie@exemple.fr");
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_NUMBER", "UNREACHABLE"})
    void callsAgainOnceTheNumberIsCorrected(CallOutcome outcome) {
        closed(outcome);
        followUp.correctPhone(reference, new PhoneCorrection("06 12 34 56 79"));
        assertThat(sheet().row().status()).isEqualTo(CallbackStatus.WAITING);
        assertThat(sheet().row().dueAt()).isEqualTo("2026-03-04T10:00:00Z");
        assertThat(last().kind()).isEqualTo(FactKind.REOPENED);
    }

    @Test
    void correctsNothingOfWhatIsClosed() {
        closed(CallOutcome.RESOLVED);
        assertThatThrownBy(() -> followUp.correctPhone(reference, new PhoneCorrection("06 12 34 56 79")))
                .isInstanceOf(AlreadyClosed.class);
        assertThatThrownBy(() -> followUp.correctEmail(reference, new EmailCorrection("a@exemple.fr")))
                .isInstanceOf(AlreadyClosed.class);
        assertThatThrownBy(() -> followUp.sayUnavailable(reference, said("2026-03-04", null, DayPart.ALL_DAY)))
                .isInstanceOf(AlreadyClosed.class);
    }

    @Test
    void aMessageStandsOnTheTimeline() {
        followUp.addMessage(reference, new AddMessage("Le dossier est D2026-0000012.\r\nMerci."));
        assertThat(last().kind()).isEqualTo(FactKind.MESSAGE_ADDED);
        assertThat(last().note()).isEqualTo("Le dossier est D2026-0000012.\nMerci.");
        assertThat(sheet().message()).isEqualTo("Je voudrais parler de mon dossier.");
    }

    @Test
    void aMessageOpensAClosedRequestAgain() {
        closed(CallOutcome.RESOLVED);
        followUp.addMessage(reference, new AddMessage("Cela ne marche toujours pas."));
        assertThat(sheet().row().status()).isEqualTo(CallbackStatus.WAITING);
        assertThat(sheet().row().availableAt()).isEqualTo(clock.instant());
        assertThat(sheet().timeline())
                .extracting(TimelineEntry::kind)
                .containsExactly(FactKind.MESSAGE_ADDED, FactKind.REOPENED);
    }

    @Test
    void aMessageToWhatWasSetAsideIsLookedAtFirst() {
        closed(CallOutcome.SPAM);
        followUp.addMessage(reference, new AddMessage("Je ne suis pas un robot."));
        assertThat(sheet().row().status()).isEqualTo(CallbackStatus.REVIEW);
    }

    @Test
    void twentyMessagesAreEnough() {
        for (int i = 0; i < CallbackFollowUp.MAX_MESSAGES; i++) {
            followUp.addMessage(reference, new AddMessage("Message " + i));
        }
        assertThatThrownBy(() -> followUp.addMessage(reference, new AddMessage("encore")))
                .isInstanceOf(FollowUpRefused.class);
        assertThat(data.count("callback_fact")).isEqualTo(CallbackFollowUp.MAX_MESSAGES);
    }

    /** Local times of Paris; the promise is eight open hours from there. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 2026-03-03, ALL_DAY, 2026-03-04T08:00:00Z",
        "2026-03-03, 2026-03-03, MORNING, 2026-03-03T12:30:00Z",
        "2026-03-03, 2026-03-06, MORNING, 2026-03-03T12:30:00Z",
        "2026-03-03, 2026-03-06, ALL_DAY, 2026-03-09T08:00:00Z",
    })
    void comesBackLater(LocalDate first, LocalDate last, DayPart part, Instant availableAt) {
        followUp.sayUnavailable(reference, new SayUnavailable(first, last, part));
        assertThat(sheet().row().availableAt()).isEqualTo(availableAt);
        assertThat(sheet().row().dueAt()).isAfter(availableAt);
        assertThat(last().until()).isEqualTo(availableAt);
        assertThat(sheet().unavailable()).hasSize(1);
    }

    @Test
    void mondayMorningAndAfternoonAreADay() {
        clock.setParis("2026-03-01T20:00");
        reference = data.waiting(clock.instant());
        followUp.sayUnavailable(reference, said("2026-03-02", null, DayPart.MORNING));
        assertThat(sheet().row().availableAt()).isEqualTo("2026-03-02T12:30:00Z");
        followUp.sayUnavailable(reference, said("2026-03-02", null, DayPart.AFTERNOON));
        assertThat(sheet().row().availableAt()).isEqualTo("2026-03-03T08:00:00Z");
    }

    @Test
    void staysInTheQueueUntilTheTimeComes() {
        followUp.sayUnavailable(reference, said("2026-03-03", null, DayPart.AFTERNOON));
        assertThat(sheet().row().availableAt()).isEqualTo(TestClock.OPEN_TUESDAY);
        deferral.deferRuledOut();
        assertThat(sheet().row().availableAt()).isEqualTo(TestClock.OPEN_TUESDAY);
        clock.setParis("2026-03-03T13:30");
        deferral.deferRuledOut();
        deferral.deferRuledOut();
        assertThat(sheet().row().availableAt()).isEqualTo("2026-03-04T08:00:00Z");
        assertThat(sheet().timeline())
                .extracting(TimelineEntry::kind)
                .containsExactly(FactKind.UNAVAILABLE, FactKind.DEFERRED);
    }

    @Test
    void theNextAttemptRespectsIt() {
        followUp.sayUnavailable(reference, said("2026-03-03", null, DayPart.AFTERNOON));
        call(CallOutcome.NO_ANSWER);
        assertThat(sheet().row().availableAt()).isEqualTo("2026-03-03T11:00:00Z");
        followUp.sayUnavailable(reference, said("2026-03-03", null, DayPart.MORNING));
        assertThat(sheet().row().availableAt()).isEqualTo("2026-03-04T08:00:00Z");
    }

    @Test
    void whoHoldsARequestIsOnlyTold() {
        AMELIE.does(() -> work.take(reference));
        followUp.sayUnavailable(reference, said("2026-03-03", null, DayPart.ALL_DAY));
        assertThat(sheet().row().takenBy()).isEqualTo("amelie");
        assertThat(sheet().unavailable()).hasSize(1);
    }

    @Test
    void withdrawsWhatWasSaid() {
        followUp.sayUnavailable(reference, said("2026-03-10", null, DayPart.ALL_DAY));
        followUp.withdrawUnavailability(
                reference, sheet().unavailable().getFirst().id());
        assertThat(sheet().unavailable()).isEmpty();
        assertThat(last().kind()).isEqualTo(FactKind.AVAILABLE_AGAIN);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02,", "2026-05-03,", "2026-03-04, 2026-03-03", "2026-03-03, 9999-12-31"})
    void refusesDaysThatMakeNoSense(LocalDate first, LocalDate last) {
        assertThatThrownBy(() -> followUp.sayUnavailable(reference, new SayUnavailable(first, last, DayPart.ALL_DAY)))
                .isInstanceOf(FollowUpRefused.class);
        assertThatThrownBy(() -> followUp.sayUnavailable(reference, new SayUnavailable(null, null, null)))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(data.count("callback_unavailability")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true, SOLVED", "false, CANCELLED"})
    void closes(boolean solved, CallOutcome outcome) {
        AMELIE.does(() -> work.take(reference));
        followUp.close(reference, solved);
        assertThat(sheet().row().status()).isEqualTo(CallbackStatus.CLOSED);
        assertThat(sheet().row().outcome()).isEqualTo(outcome);
        assertThat(last().actor()).isEqualTo(TimelineEntry.VISITOR);
        assertThatThrownBy(() -> followUp.close(reference, solved)).isInstanceOf(AlreadyClosed.class);
    }

    @Test
    void nobodyCancelsWhileBeingCalled() {
        AMELIE.does(() -> {
            work.take(reference);
            calls.start(reference, null);
        });
        assertThatThrownBy(() -> followUp.close(reference, false)).isInstanceOf(FollowUpRefused.class);
        assertThat(sheet().row().status()).isEqualTo(CallbackStatus.TAKEN);
    }

    @Test
    void anAgentTakesBackTheirOwnOutcomeOnly() {
        call(CallOutcome.NO_ANSWER);
        followUp.addMessage(reference, new AddMessage("J’étais en réunion."));
        AMELIE.does(() -> corrections.undo(reference));
        AMELIE.does(() -> calls.end(
                reference, sheet().attempts().getFirst().id(), new OutcomeReport(CallOutcome.NO_ANSWER, null, null)));
        followUp.close(reference, false);
        assertThatThrownBy(() -> AMELIE.does(() -> corrections.undo(reference))).isInstanceOf(TooLateToUndo.class);
    }

    @Test
    void ratesOnceAndCorrectsForAWeek() {
        assertThatThrownBy(() -> followUp.rate(reference, new Rate(5, ""))).isInstanceOf(FollowUpRefused.class);
        closed(CallOutcome.RESOLVED);
        assertThat(followUp.state(reference).ratable()).isTrue();
        followUp.rate(reference, new Rate(4, "Rapide."));
        clock.advance(Duration.ofDays(7));
        followUp.rate(reference, new Rate(5, "Rapide et clair."));
        assertThat(followUp.state(reference).rating())
                .isEqualTo(new Rating(5, "Rapide et clair.", TestClock.OPEN_TUESDAY));
        clock.advance(Duration.ofSeconds(1));
        assertThat(followUp.state(reference).ratable()).isFalse();
        assertThatThrownBy(() -> followUp.rate(reference, new Rate(1, ""))).isInstanceOf(FollowUpRefused.class);
        assertThat(sheet().timeline())
                .extracting(TimelineEntry::note)
                .containsExactly("4/5 Rapide.", "5/5 Rapide et clair.");
    }

    @Test
    void ratesEachClosing() {
        closed(CallOutcome.RESOLVED);
        followUp.rate(reference, new Rate(1, "Toujours rien."));
        clock.advance(Duration.ofDays(20));
        followUp.addMessage(reference, new AddMessage("Cela recommence."));
        clock.advance(Duration.ofHours(1));
        followUp.close(reference, true);
        assertThat(followUp.state(reference).rating()).isNull();
        followUp.rate(reference, new Rate(5, ""));
        assertThat(data.count("callback_rating")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1, 100})
    void refusesScoresOutsideTheScale(int score) {
        closed(CallOutcome.RESOLVED);
        assertThatThrownBy(() -> followUp.rate(reference, new Rate(score, "")))
                .isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> followUp.rate(reference, new Rate(null, "x".repeat(1_001))))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void tellsTheVisitorNothingThatIsNotTheirs() {
        AMELIE.does(() -> work.addNote(reference, "Personne difficile."));
        call(CallOutcome.MESSAGE_LEFT);
        var state = followUp.state(reference);
        assertThat(state.phase()).isEqualTo(FollowUpState.Phase.PLANNED);
        assertThat(state.events()).extracting(FollowUpEvent::kind).containsExactly(FactKind.CALL_ENDED);
        assertThat(state.toString()).doesNotContain("difficile", "amelie");
    }

    @Test
    void forgetsWhatWasTakenBack() {
        call(CallOutcome.WRONG_NUMBER);
        AMELIE.does(() -> corrections.undo(reference));
        assertThat(followUp.state(reference).events()).isEmpty();
        assertThat(followUp.state(reference).phase()).isEqualTo(FollowUpState.Phase.IN_HAND);
    }

    @Test
    void eightAtOnceAddEightMessages() throws Exception {
        var together = new CyclicBarrier(8);
        List<Future<?>> sent = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                String text = "Message " + i;
                sent.add(threads.submit(() -> {
                    together.await();
                    followUp.addMessage(reference, new AddMessage(text));
                    return null;
                }));
            }
        }
        for (Future<?> one : sent) {
            one.get();
        }
        assertThat(sheet().timeline()).hasSize(8);
    }

    private static SayUnavailable said(String first, String last, DayPart part) {
        return new SayUnavailable(LocalDate.parse(first), last == null ? null : LocalDate.parse(last), part);
    }

    private void closed(CallOutcome outcome) {
        reference = data.request(
                clock.instant().minus(Duration.ofDays(1)),
                Map.of("status", "CLOSED", "outcome", outcome.name(), "closed_at", clock.instant()));
    }

    private void call(CallOutcome outcome) {
        AMELIE.does(() -> {
            work.take(reference);
            var attempt = calls.start(reference, null);
            calls.end(reference, attempt.id(), new OutcomeReport(outcome, null, null));
        });
    }

    private CallbackSheet sheet() {
        return AMELIE.get(() -> sheets.open(reference));
    }

    private TimelineEntry last() {
        return sheet().timeline().getLast();
    }
}
