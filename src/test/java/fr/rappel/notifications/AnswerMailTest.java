package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackAnswers;
import fr.rappel.callback.CallbackCalls;
import fr.rappel.callback.CallbackCorrections;
import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.callback.EmailCorrection;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.shared.SpokenReference;
import fr.rappel.testing.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail of an answer: written with its fact, waits as long as it may be taken back, says what was typed and no more. */
class AnswerMailTest extends WithOutbox {

    private static final Duration FINAL = CallbackCorrections.UNDO_FOR.plusSeconds(1);

    private final Person amelie = Person.agent("amelie");
    private final Person claire = Person.supervisor("claire");

    @Autowired
    private CallbackAnswers answers;

    @Autowired
    private CallbackCalls calls;

    @Autowired
    private CallbackCorrections corrections;

    @Autowired
    private CallbackFollowUp followUp;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void isWrittenWithTheFactAndWaitsUntilItIsFinal() {
        var reference = taken();
        send(reference, "Votre dossier est complet.");
        assertThat(messages(reference)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(MessageKind.ANSWER);
            assertThat(message.recipient()).isEqualTo("elodie@exemple.fr");
            assertThat(message.sendAfter()).isEqualTo(clock.instant().plus(FINAL));
        });
        assertThat(text(reference)).contains("Bonjour Élodie Étienne,", "Votre dossier est complet.");
        clock.advance(CallbackCorrections.UNDO_FOR);
        assertThat(claims(rules()).claimNext()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(claims(rules()).claimNext()).isPresent();
    }

    @Test
    void goesWithItsFactWhenThatRollsBack() {
        var reference = taken();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    send(reference, "x");
                    throw new IllegalStateException("after the answer");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(messages(reference)).isEmpty();
    }

    @Test
    void onlyTheLastOneIsTakenBack() {
        var reference = taken();
        send(reference, "Première");
        clock.advance(Duration.ofMinutes(1));
        send(reference, "Seconde");
        amelie.does(() -> corrections.undo(reference));
        assertThat(messages(reference))
                .extracting(OutboxMessage::state)
                .containsExactly(MessageState.WAITING, MessageState.ABANDONED);
        assertThat(message(reference).fault()).isEqualTo(MessageFault.TAKEN_BACK);
    }

    @Test
    void anOutcomeTakenBackLeavesIt() {
        var reference = taken();
        send(reference, "Réponse");
        amelie.does(() -> calls.closeWithoutCall(reference, new OutcomeReport(CallOutcome.OUT_OF_SCOPE, null, null)));
        amelie.does(() -> corrections.undo(reference));
        assertThat(messages(reference))
                .extracting(OutboxMessage::kind, OutboxMessage::state)
                .containsExactly(
                        tuple(MessageKind.ANSWER, MessageState.WAITING),
                        tuple(MessageKind.CLOSED, MessageState.ABANDONED));
    }

    @ParameterizedTest
    @CsvSource({"NO_ANSWER,NOT_REACHED", "MESSAGE_LEFT,NOT_REACHED", "WRONG_NUMBER,UNREACHABLE", "RESOLVED,CLOSED"})
    void anAnswerWithAnOutcomeIsInThatOutcomesMail(CallOutcome outcome, MessageKind kind) {
        var reference = taken();
        var attempt = amelie.get(() -> calls.start(reference, null));
        var answer = new VisitorAnswer("Voici la marche à suivre.", List.of("transmettre-un-rib"));
        amelie.does(() -> calls.end(reference, attempt.id(), new OutcomeReport(outcome, "Interne", null, answer)));
        assertThat(messages(reference)).extracting(OutboxMessage::kind).containsExactly(kind);
        assertThat(text(reference))
                .contains("Voici la marche à suivre.", "/faq/transmettre-un-rib")
                .doesNotContain("Interne");
        amelie.does(() -> corrections.undo(reference));
        assertThat(state(reference)).isEqualTo(MessageState.ABANDONED);
    }

    @Test
    void goesToTheAddressThatIsRightWhenItLeaves() {
        var reference = taken();
        send(reference, "Réponse");
        followUp.correctEmail(reference, new EmailCorrection("elodie.etienne@exemple.fr"));
        send(reference, "Suite");
        assertThat(messages(reference))
                .hasSize(3)
                .extracting(OutboxMessage::recipient)
                .containsOnly("elodie.etienne@exemple.fr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{suivi}} {{{nom}}} {{#reponse}}x{{/reponse}}",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)><!--",
                "${7*7} #{T(java.lang.Runtime)} [[${x}]]",
                "</p></div></body><h1>x"
            })
    void saysAnyTextAsText(String hostile) {
        var reference = taken();
        send(reference, hostile);
        var said = alix.get(() -> outbox.read(message(reference).id()));
        assertThat(said.text()).contains("\n" + hostile + "\n");
        var page = Jsoup.parse(said.html());
        assertThat(page.body().wholeText()).contains(hostile);
        assertThat(page.body().getAllElements().stream().map(Element::tagName))
                .isSubsetOf("body", "div", "h2", "p", "a", "strong", "br");
    }

    @Test
    void makesNoHeaderOfWhatWasTyped() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var reference = data.request(
                    clock.instant(),
                    Map.of(
                            "status",
                            "TAKEN",
                            "taken_by",
                            "amelie",
                            "taken_at",
                            clock.instant(),
                            "last_name",
                            "Étienne\r\nBcc: autre@exemple.fr"));
            send(reference, "Bonjour\r\nBcc: autre@exemple.fr\r\n\r\n.\r\nSubject: x\u0000\u0007\u202E");
            clock.advance(FINAL);
            run(sender(server.getSmtp().getPort(), rules()));
            assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> {
                assertThat(mail.getAllRecipients()).hasSize(1);
                assertThat(mail.getHeader("Bcc")).isNull();
                assertThat(mail.getHeader("Subject")).hasSize(1);
                assertThat(mail.getSubject()).isEqualTo("Notre réponse à votre demande " + spaced(reference));
            });
            assertThat(text(reference)).doesNotContain("\u0000", "\u0007", "\u202E");
        } finally {
            server.stop();
        }
    }

    @Test
    void aSupervisorsAnswerToAWaitingRequestLeavesToo() {
        var reference = data.waiting(clock.instant());
        claire.does(() -> answers.send(reference, new VisitorAnswer("Réponse", List.of())));
        assertThat(message(reference).kind()).isEqualTo(MessageKind.ANSWER);
    }

    private void send(String reference, String text) {
        amelie.does(() -> answers.send(reference, new VisitorAnswer(text, List.of())));
    }

    private String taken() {
        return data.request(
                clock.instant(), Map.of("status", "TAKEN", "taken_by", "amelie", "taken_at", clock.instant()));
    }

    private String text(String reference) {
        return alix.get(() -> outbox.read(message(reference).id())).text();
    }

    private static String spaced(String reference) {
        return SpokenReference.of(reference);
    }
}
