package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.rappel.callback.AddMessage;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackCalls;
import fr.rappel.callback.CallbackCorrections;
import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.callback.CallbackIntake;
import fr.rappel.callback.Channel;
import fr.rappel.callback.DayPart;
import fr.rappel.callback.EmailCorrection;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.FactRecorded;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.callback.SayUnavailable;
import fr.rappel.callback.Submission;
import fr.rappel.callback.SubmitCallback;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.notifications.SmtpStub.Conduct;
import fr.rappel.testing.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Which facts ask for which message, in the transaction of the fact. */
class MailOnFactsTest extends WithOutbox {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final Person amelie = Person.agent("amelie");
    private final Person claire = Person.supervisor("claire");

    @Autowired
    private CallbackIntake intake;

    @Autowired
    private CallbackCalls calls;

    @Autowired
    private CallbackCorrections corrections;

    @Autowired
    private CallbackFollowUp followUp;

    @Autowired
    private FollowUpLink links;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aSubmissionLeavesOneReceipt() {
        var reference = submit("elodie@exemple.fr");
        assertThat(messages(reference)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(MessageKind.ACKNOWLEDGEMENT);
            assertThat(message.state()).isEqualTo(MessageState.WAITING);
            assertThat(message.recipient()).isEqualTo("elodie@exemple.fr");
            assertThat(message.sendAfter()).isEqualTo(clock.instant());
        });
    }

    @Test
    void aSubmissionThatRollsBackLeavesNone() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    submit("elodie@exemple.fr");
                    throw new IllegalStateException("after the submission");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(data.count("callback_request")).isZero();
        assertThat(data.count("mail_message")).isZero();
    }

    @Test
    void whatLooksLikeARobotGetsNoReceipt() {
        intake.submit(said("elodie@exemple.fr"), new Submission(Channel.FORM, null, address(), true, null, null));
        assertThat(data.count("callback_request")).isEqualTo(1);
        assertThat(data.count("mail_message")).isZero();
    }

    @Test
    void anAddressGetsOneReceiptAnHour() {
        submit("elodie@exemple.fr");
        clock.advance(Duration.ofMinutes(59));
        assertThat(message(submit("Elodie+2@Exemple.fr")).fault()).isEqualTo(MessageFault.RECEIPT_LIMIT);
        assertThat(state(submit("bruno@exemple.fr"))).isEqualTo(MessageState.WAITING);
        clock.advance(Duration.ofMinutes(1));
        assertThat(state(submit("elodie@exemple.fr"))).isEqualTo(MessageState.WAITING);
    }

    @Test
    void twentyAtOnceGetOneReceipt() throws Exception {
        var start = new CyclicBarrier(20);
        try (var visitors = Executors.newFixedThreadPool(20)) {
            var sent = IntStream.range(0, 20)
                    .mapToObj(i -> visitors.submit(() -> {
                        start.await();
                        return submit("elodie@exemple.fr");
                    }))
                    .toList();
            for (var one : sent) {
                assertThat(one.get()).isNotEmpty();
            }
        }
        assertThat(data.count("callback_request")).isEqualTo(20);
        assertThat(data.count("mail_message where state = 'WAITING'")).isEqualTo(1);
        assertThat(data.count("mail_message where fault = 'RECEIPT_LIMIT'")).isEqualTo(19);
    }

    @ParameterizedTest
    @EnumSource(CallOutcome.class)
    void eachOutcomeIsToldOrNot(CallOutcome outcome) {
        Instant next = clock.instant();
        assertThat(MailOnFacts.kindFor(fact(FactKind.CALL_ENDED, outcome, null)))
                .isEmpty();
        var told = switch (outcome) {
            case NO_ANSWER, MESSAGE_LEFT, BUSY -> MessageKind.NOT_REACHED;
            case CALL_LATER -> MessageKind.CALL_PLANNED;
            case RESOLVED, INFORMED, OUT_OF_SCOPE, SOLVED -> MessageKind.CLOSED;
            case UNREACHABLE, WRONG_NUMBER -> MessageKind.UNREACHABLE;
            case CANCELLED -> MessageKind.CALL_CANCELLED;
            case DUPLICATE, SPAM, INTERRUPTED -> null;
        };
        boolean comesBack = outcome.retries() || outcome.postpones();
        var kind = MailOnFacts.kindFor(
                fact(comesBack ? FactKind.CALL_ENDED : FactKind.CLOSED, outcome, comesBack ? next : null));
        assertThat(kind.orElse(null)).isEqualTo(told);
    }

    @Test
    void aCallInVainSaysWhenItWasAndWhenTheNextOneComes() {
        var reference = inCall();
        clock.advance(Duration.ofMinutes(2));
        end(reference, CallOutcome.NO_ANSWER, null, null);
        assertThat(message(reference).kind()).isEqualTo(MessageKind.NOT_REACHED);
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text())
                .contains("de vous appeler mardi 3 mars à 10\u00A0h,", "à partir de mardi 3 mars à 12\u00A0h\u00A002.");
    }

    @Test
    void anotherMomentBeforeThePlannedOneIsAMove() {
        var reference = inCall();
        end(reference, CallOutcome.CALL_LATER, clock.instant().plus(Duration.ofDays(2)), null);
        assertThat(message(reference).kind()).isEqualTo(MessageKind.CALL_PLANNED);
        clock.advance(Duration.ofDays(1));
        callAgain(reference);
        end(reference, CallOutcome.CALL_LATER, clock.instant().plus(Duration.ofDays(2)), null);
        assertThat(message(reference).kind()).isEqualTo(MessageKind.CALL_MOVED);
        assertThat(jdbc.sql("select calendar_sequence from mail_message order by id")
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 1);
    }

    @Test
    void daysThatTheVisitorRulesOutMoveThePlannedCall() {
        var reference = inCall();
        var planned = clock.instant().plus(Duration.ofDays(2));
        end(reference, CallOutcome.CALL_LATER, planned, null);
        var day = LocalDate.ofInstant(planned, ZoneOffset.UTC);
        followUp.sayUnavailable(reference, new SayUnavailable(day, day, DayPart.ALL_DAY));
        assertThat(message(reference).kind()).isEqualTo(MessageKind.CALL_MOVED);
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text()).contains("vendredi 6 mars");
    }

    @Test
    void daysRuledOutMoveNothingThatWasNotAnnounced() {
        var reference = data.request(clock.instant(), Map.of());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        followUp.sayUnavailable(reference, new SayUnavailable(today, today, DayPart.ALL_DAY));
        assertThat(messages(reference)).isEmpty();
    }

    @Test
    void aVisitorWhoGivesUpTakesTheCallOutOfTheCalendar() {
        var reference = inCall();
        var planned = clock.instant().plus(Duration.ofDays(2));
        end(reference, CallOutcome.CALL_LATER, planned, null);
        followUp.close(reference, false);
        assertThat(message(reference).kind()).isEqualTo(MessageKind.CALL_CANCELLED);
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text()).contains("jeudi 5 mars");
        assertThat(jdbc.sql("select calendar_sequence from mail_message order by id")
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 1);
    }

    @Test
    void aProblemThatIsSolvedIsNotSaidToBeCancelled() {
        var reference = data.waiting(clock.instant());
        followUp.close(reference, true);
        assertThat(message(reference).kind()).isEqualTo(MessageKind.CLOSED);
        var said = alix.get(() -> outbox.read(message(reference).id()));
        assertThat(said.text())
                .contains("est close", "votre problème est résolu", "Donner votre avis")
                .doesNotContain("annul");
        assertThat(said.html()).contains("votre problème est résolu", "Donner votre avis");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSED", "UNREACHABLE", "CALL_CANCELLED"})
    void theLastMessageLeadsBackToThePageThatOpensTheRequestAgain(MessageKind kind) {
        var reference = queue(kind, "elodie@exemple.fr");
        var said = alix.get(() -> outbox.read(message(reference).id()));
        assertThat(said.text()).contains(links.of(reference).toString()).doesNotContain("la compléter ou l’annuler");
        assertThat(said.html()).contains("href=\"" + links.of(reference)).doesNotContain("la compléter ou l’annuler");
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "WRONG_NUMBER"})
    void whateverClosesItTakesThePlannedCallOutOfTheCalendar(CallOutcome outcome) {
        var reference = inCall();
        end(reference, CallOutcome.CALL_LATER, clock.instant().plus(Duration.ofDays(2)), null);
        clock.advance(Duration.ofHours(1));
        callAgain(reference);
        end(reference, outcome, null, null);
        assertThat(message(reference).kind()).isEqualTo(MessageKind.closing(outcome));
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text())
                .contains("Le rappel prévu jeudi 5 mars à 10\u00A0h n’a plus lieu");
        var closing = claims(rules()).find(message(reference).id()).orElseThrow();
        assertThat(new CalendarFile(rules(), organisation).of(closing))
                .contains("METHOD:CANCEL", "DTSTART:20260305T090000Z", "SEQUENCE:1", "STATUS:CANCELLED");

        clock.advance(Duration.ofMinutes(6));
        claire.does(() -> corrections.reopen(reference, "Il a rappelé"));
        callAgain(reference);
        end(reference, CallOutcome.CALL_LATER, clock.instant().plus(Duration.ofDays(1)), null);
        assertThat(message(reference).kind()).isEqualTo(MessageKind.CALL_PLANNED);
        assertThat(claims(rules()).find(message(reference).id()).orElseThrow().calendarSequence())
                .isEqualTo(2);
    }

    @Test
    void aCallThatHasComeStaysInTheCalendar() {
        var reference = inCall();
        end(reference, CallOutcome.CALL_LATER, clock.instant().plus(Duration.ofDays(1)), null);
        clock.advance(Duration.ofDays(1));
        callAgain(reference);
        end(reference, CallOutcome.RESOLVED, null, null);
        var closing = claims(rules()).find(message(reference).id()).orElseThrow();
        assertThat(closing.until()).isNull();
    }

    @Test
    void whatIsCancelledIsTheCallThatWasAnnouncedLast() {
        var reference = inCall();
        end(reference, CallOutcome.CALL_LATER, clock.instant().plus(Duration.ofDays(3)), null);
        clock.advance(Duration.ofHours(1));
        callAgain(reference);
        end(reference, CallOutcome.CALL_LATER, clock.instant().plus(Duration.ofDays(1)), null);
        clock.advance(Duration.ofHours(1));
        followUp.close(reference, false);
        assertThat(message(reference).kind()).isEqualTo(MessageKind.CALL_CANCELLED);
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text())
                .contains("mercredi 4 mars")
                .doesNotContain("vendredi 6 mars");
        var cancelled = claims(rules()).find(message(reference).id()).orElseThrow();
        assertThat(new CalendarFile(rules(), organisation).of(cancelled))
                .contains("DTSTART:20260304T100000Z", "SEQUENCE:2", "STATUS:CANCELLED");
    }

    @Test
    void aCorrectedAddressGetsTheReceiptWithTheNewLink() {
        var reference = submit("elodie@exmple.fr");
        jdbc.sql("update mail_message set state = 'SENT', sent_at = created_at").update();
        clock.advance(Duration.ofMinutes(1));
        followUp.correctEmail(reference, new EmailCorrection("elodie@exemple.fr"));
        assertThat(messages(reference))
                .filteredOn(message -> message.kind() == MessageKind.ACKNOWLEDGEMENT)
                .extracting(OutboxMessage::recipient)
                .containsExactlyInAnyOrder("elodie@exmple.fr", "elodie@exemple.fr");
    }

    @ParameterizedTest
    @EnumSource(
            value = Conduct.class,
            names = {"DEFER", "HANG"})
    void aReceiptThatDidNotArriveGoesToTheCorrectedAddressWithTheNewLink(Conduct conduct) throws Exception {
        try (var smtp = new SmtpStub()) {
            smtp.towards("elodie@exmple.fr", conduct);
            var reference = submit("elodie@exmple.fr");
            var sender = sender(smtp.port(), rules());
            run(sender);
            assertThat(message(reference).attempts()).isEqualTo(1);
            clock.advance(Duration.ofHours(2));
            followUp.correctEmail(reference, new EmailCorrection("elodie@exemple.fr"));
            run(sender);
            assertThat(smtp.accepted()).containsExactly("elodie@exemple.fr");
            assertThat(messages(reference))
                    .extracting(OutboxMessage::state)
                    .containsExactly(MessageState.SENT, MessageState.ABANDONED);
            assertThat(jdbc.sql("select body_text from mail_message where state = 'SENT'")
                            .query(String.class)
                            .single())
                    .contains(links.of(reference).toString());
        }
    }

    @Test
    void aMessageThatWasGivenBackIsWrittenAgainForTheCorrectedAddress() {
        var reference = submit("elodie@exmple.fr");
        var claim = claims(rules()).claimNext().orElseThrow();
        claims(rules()).keepWords(claim, new MessageContent("x", "le lien d'avant", "<p>x</p>"));
        claims(rules()).giveBack(claim, "away");
        followUp.correctEmail(reference, new EmailCorrection("elodie@exemple.fr"));
        assertThat(alix.get(() -> outbox.read(messages(reference).getFirst().id()))
                        .text())
                .contains(links.of(reference).toString());
    }

    @Test
    void aMessageThatIsBeingSentKeepsItsAddress() {
        var reference = submit("elodie@exmple.fr");
        claims(rules()).claimNext().orElseThrow();
        followUp.correctEmail(reference, new EmailCorrection("elodie@exemple.fr"));
        assertThat(messages(reference))
                .extracting(OutboxMessage::recipient)
                .containsExactly("elodie@exmple.fr", "elodie@exemple.fr");
    }

    @Test
    void aMessageLeadsToTheFollowUpPage() {
        var reference = submit("elodie@exemple.fr");
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text())
                .contains(links.of(reference).toString());
    }

    @Test
    void theAnswerGoesWithTheClosingAndTheNoteDoesNot() {
        var reference = inCall();
        end(reference, CallOutcome.RESOLVED, null, new VisitorAnswer("Votre dossier est complet.", List.of()));
        assertThat(messages(reference)).hasSize(1);
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text())
                .contains("Votre dossier est complet.")
                .doesNotContain("Note interne");
    }

    @Test
    void whatMayBeTakenBackWaitsUntilItMayNot() {
        var reference = inCall();
        end(reference, CallOutcome.RESOLVED, null, null);
        assertThat(message(reference).sendAfter()).isAfter(clock.instant().plus(CallbackCorrections.UNDO_FOR));
        clock.advance(CallbackCorrections.UNDO_FOR);
        assertThat(claims(rules()).claimNext()).isEmpty();
        amelie.does(() -> corrections.undo(reference));
        assertThat(message(reference).fault()).isEqualTo(MessageFault.TAKEN_BACK);
        assertThat(state(reference)).isEqualTo(MessageState.ABANDONED);
        end(reference, CallOutcome.INFORMED, null, null);
        clock.advance(CallbackCorrections.UNDO_FOR.plusSeconds(1));
        assertThat(claims(rules()).claimNext()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CALL_LATER", "DUPLICATE"})
    void onlyTheOutcomeThatIsTakenBackIsNotTold(CallOutcome last) {
        var reference = inCall();
        end(reference, CallOutcome.NO_ANSWER, null, null);
        clock.advance(Duration.ofMinutes(1));
        callAgain(reference);
        end(reference, last, last == CallOutcome.CALL_LATER ? clock.instant().plus(Duration.ofDays(1)) : null, null);
        amelie.does(() -> corrections.undo(reference));
        assertThat(messages(reference))
                .extracting(OutboxMessage::kind, OutboxMessage::state)
                .first()
                .isEqualTo(tuple(MessageKind.NOT_REACHED, MessageState.WAITING));
        assertThat(messages(reference).stream().skip(1))
                .extracting(OutboxMessage::state)
                .allMatch(MessageState.ABANDONED::equals);
    }

    @Test
    void aRequestOpenedAgainAtOnceIsNotSaidToBeClosed() {
        var reference = inCall();
        end(reference, CallOutcome.RESOLVED, null, null);
        claire.does(() -> corrections.reopen(reference, "Il a rappelé"));
        assertThat(state(reference)).isEqualTo(MessageState.ABANDONED);
    }

    @Test
    void anAnswerGivenLeavesThoughItsVisitorComesBackAtOnce() {
        var reference = inCall();
        var answer = new VisitorAnswer("Votre dossier est complet.", List.of());
        end(reference, CallOutcome.RESOLVED, null, answer);
        clock.advance(Duration.ofMinutes(1));
        followUp.addMessage(reference, new AddMessage("Merci, et pour le second dossier ?"));
        assertThat(messages(reference))
                .extracting(OutboxMessage::kind, OutboxMessage::state)
                .containsExactly(tuple(MessageKind.ANSWER, MessageState.WAITING));
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text())
                .contains("Votre dossier est complet.")
                .doesNotContain("est close");
        clock.advance(CallbackCorrections.UNDO_FOR);
        assertThat(claims(rules()).claimNext()).isPresent();
    }

    @Test
    void aVisitorWhoComesBackAtOnceIsNotToldThatTheRequestIsClosed() {
        var reference = inCall();
        end(reference, CallOutcome.RESOLVED, null, null);
        followUp.reply(reference, "Une autre question.");
        assertThat(state(reference)).isEqualTo(MessageState.ABANDONED);
    }

    @ParameterizedTest
    @EnumSource(names = {"DUPLICATE", "SPAM"})
    void unwantedRequestsHearNothing(CallOutcome outcome) {
        var reference = data.request(
                clock.instant(), Map.of("status", "TAKEN", "taken_by", "amelie", "taken_at", clock.instant()));
        amelie.does(() -> calls.closeWithoutCall(reference, new OutcomeReport(outcome, null, null)));
        assertThat(messages(reference)).isEmpty();
    }

    private String inCall() {
        var reference = data.request(
                clock.instant(), Map.of("status", "TAKEN", "taken_by", "amelie", "taken_at", clock.instant()));
        amelie.does(() -> calls.start(reference, null));
        return reference;
    }

    private void callAgain(String reference) {
        jdbc.sql("update callback_request set status = 'TAKEN', taken_by = 'amelie', taken_at = received_at")
                .update();
        amelie.does(() -> calls.start(reference, null));
    }

    private void end(String reference, CallOutcome outcome, @Nullable Instant callAt, @Nullable VisitorAnswer answer) {
        long attempt = jdbc.sql("select id from callback_attempt where ended_at is null")
                .query(Long.class)
                .single();
        amelie.does(() -> calls.end(reference, attempt, new OutcomeReport(outcome, "Note interne", callAt, answer)));
    }

    private String submit(String email) {
        return intake.submit(said(email), Submission.api(null, address())).reference();
    }

    private static FactRecorded fact(FactKind kind, CallOutcome outcome, @Nullable Instant until) {
        return new FactRecorded("ABCD2345", kind, Instant.EPOCH, "amelie", outcome, until, null);
    }

    private static SubmitCallback said(String email) {
        return new SubmitCallback(
                "Élodie",
                "Étienne",
                email,
                "552 081 317 66522",
                "11",
                "HCR",
                "06 12 34 56 78",
                "UNDER_11",
                "DEPOT_DEMANDE",
                "Je n’arrive pas à déposer le contrat d’apprentissage.",
                true);
    }

    private static String address() {
        return "10.9.0." + ADDRESSES.incrementAndGet();
    }
}
