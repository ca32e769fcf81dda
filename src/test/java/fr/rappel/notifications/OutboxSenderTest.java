package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.rappel.notifications.SmtpStub.Conduct;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** What becomes of messages when a mail server is well, away, slow, or refuses. */
class OutboxSenderTest extends WithOutbox {

    private SmtpStub smtp;

    @BeforeEach
    void startServer() throws IOException {
        smtp = new SmtpStub();
    }

    @AfterEach
    void stopServer() throws IOException {
        smtp.close();
    }

    @Test
    void sendsWhatIsDueAndNothingBefore() {
        var due = queue(MessageKind.CLOSED, "a@exemple.fr");
        clock.advance(Duration.ofMinutes(1));
        var later = queue(MessageKind.CLOSED, "b@exemple.fr");
        clock.advance(Duration.ofSeconds(-30));
        run(sender(smtp.port(), rules()));
        assertThat(smtp.accepted()).containsExactly("a@exemple.fr");
        assertThat(state(due)).isEqualTo(MessageState.SENT);
        assertThat(message(due).sentAt()).isEqualTo(clock.instant());
        assertThat(state(later)).isEqualTo(MessageState.WAITING);
    }

    @Test
    void keepsAMessageThroughAnHourWithoutServerAndSendsItSoonAfter() throws IOException {
        var references = IntStream.range(0, 20)
                .mapToObj(i -> queue(MessageKind.CLOSED, "v" + i + "@exemple.fr"))
                .toList();
        int port = smtp.port();
        smtp.close();
        var sender = sender(port, rules());
        for (int seconds = 0; seconds < 3_600; seconds += 5) {
            run(sender);
            clock.advance(Duration.ofSeconds(5));
        }
        assertThat(references).allSatisfy(reference -> {
            assertThat(state(reference)).isEqualTo(MessageState.WAITING);
            assertThat(message(reference).attempts()).isZero();
        });
        assertThat(references.stream().map(this::message).map(OutboxMessage::fault))
                .contains(MessageFault.SERVER_AWAY);
        smtp = new SmtpStub();
        var back = sender(smtp.port(), rules());
        run(back);
        assertThat(smtp.accepted()).hasSize(20).doesNotHaveDuplicates();
        assertThat(references)
                .allSatisfy(reference -> assertThat(state(reference)).isEqualTo(MessageState.SENT));
    }

    @Test
    void knocksLessAndLessOftenOnADoorThatStaysClosed() throws IOException {
        queue(MessageKind.CLOSED, "a@exemple.fr");
        int port = smtp.port();
        smtp.close();
        var sender = sender(port, rules());
        int tries = 0;
        for (int seconds = 0; seconds < 3_600; seconds += 5) {
            tries += sender.sendDue().stream()
                            .peek(java.util.concurrent.CompletableFuture::join)
                            .toList()
                            .isEmpty()
                    ? 0
                    : 1;
            clock.advance(Duration.ofSeconds(5));
        }
        // 15 s, 30 s, 1 min, 2 min, 4 min, then every 5 minutes.
        assertThat(tries).isBetween(14, 18);
    }

    @Test
    void doesNotFloodAServerThatComesBack() {
        IntStream.range(0, 60).forEach(i -> queue(MessageKind.CLOSED, "v" + i + "@exemple.fr"));
        var sender = sender(smtp.port(), rules(25));
        run(sender);
        assertThat(smtp.accepted()).hasSize(25);
        run(sender);
        run(sender);
        assertThat(smtp.accepted()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void triesAgainAfterGrowingGapsWhatIsRefusedForNow() {
        smtp.towards("a@exemple.fr", Conduct.DEFER);
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        var sender = sender(smtp.port(), rules());
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            int before = smtp.tried().size();
            run(sender);
            assertThat(smtp.tried()).hasSize(before + 1);
            assertThat(message(reference).fault()).isEqualTo(MessageFault.DEFERRED);
            assertThat(message(reference).faultDetail()).contains("451");
            clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
            run(sender);
            assertThat(smtp.tried()).as("not before %d minutes", minutes).hasSize(before + 1);
            clock.advance(Duration.ofSeconds(1));
        }
        smtp.towards("a@exemple.fr", Conduct.ACCEPT);
        run(sender);
        assertThat(state(reference)).isEqualTo(MessageState.SENT);
        assertThat(message(reference).fault()).isNull();
    }

    @Test
    void tellsOpenScreensWhatBecameOfAMessage() {
        smtp.towards("b@exemple.fr", Conduct.REFUSE);
        smtp.towards("c@exemple.fr", Conduct.DEFER);
        var all = Stream.of("a@exemple.fr", "b@exemple.fr", "c@exemple.fr")
                .map(recipient -> queue(MessageKind.CLOSED, recipient))
                .toList();
        var sender = sender(smtp.port(), rules());
        run(sender);
        assertThat(told).containsExactlyInAnyOrderElementsOf(all);
        run(sender);
        assertThat(told).as("nothing changed, nothing is told").hasSize(3);
    }

    @Test
    void givesUpAfterThreeDaysAndSaysSo() {
        smtp.towards("a@exemple.fr", Conduct.DEFER);
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        var sender = sender(smtp.port(), rules());
        for (int hours = 0; hours <= 73; hours++) {
            run(sender);
            clock.advance(Duration.ofHours(1));
        }
        assertThat(state(reference)).isEqualTo(MessageState.FAILED);
        assertThat(message(reference).fault()).isEqualTo(MessageFault.GIVEN_UP);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSE", "REFUSE_CONTENTS"})
    void putsAsideWhatIsRefusedForGoodAndGoesOn(Conduct conduct) {
        smtp.towards("a@exemple.fr", conduct);
        var refused = queue(MessageKind.CLOSED, "a@exemple.fr");
        var sent = queue(MessageKind.CLOSED, "b@exemple.fr");
        var sender = sender(smtp.port(), rules());
        run(sender);
        assertThat(state(refused)).isEqualTo(MessageState.FAILED);
        assertThat(message(refused).fault()).isEqualTo(MessageFault.REFUSED);
        assertThat(message(refused).faultDetail()).containsPattern("55[04]");
        assertThat(alix.get(() -> outbox.isFailing("A+x@exemple.fr"))).isTrue();
        assertThat(alix.get(() -> outbox.isFailing("b@exemple.fr"))).isFalse();
        assertThat(state(sent)).isEqualTo(MessageState.SENT);
        clock.advance(Duration.ofDays(1));
        run(sender);
        assertThat(smtp.tried()).containsOnlyOnce("a@exemple.fr");
    }

    @Test
    void blamesNoRecipientForAServerThatRefusesOurOwnAddress() {
        smtp.towards("", Conduct.REFUSE_SENDER);
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        run(sender(smtp.port(), rules()));
        assertThat(state(reference)).isEqualTo(MessageState.WAITING);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIE", "HANG", "TRICKLE"})
    void letsNoBrokenConnectionStopTheOthers(Conduct conduct) {
        smtp.towards("a@exemple.fr", conduct);
        var broken = queue(MessageKind.CLOSED, "a@exemple.fr");
        var others = IntStream.range(0, 10)
                .mapToObj(i -> queue(MessageKind.CLOSED, "v" + i + "@exemple.fr"))
                .toList();
        var sender = sender(smtp.port(), rules());
        run(sender);
        assertThat(others).allSatisfy(reference -> assertThat(state(reference)).isEqualTo(MessageState.SENT));
        assertThat(state(broken)).isEqualTo(MessageState.WAITING);
        assertThat(message(broken).fault()).isIn(MessageFault.DEFERRED, MessageFault.TOO_SLOW);
        assertThat(message(broken).attempts()).isEqualTo(1);
        smtp.towards("a@exemple.fr", Conduct.ACCEPT);
        clock.advance(Duration.ofMinutes(1));
        run(sender);
        assertThat(state(broken)).isEqualTo(MessageState.SENT);
    }

    @Test
    void sendsNothingTwiceBecauseTheGoodByeFails() {
        smtp.towards("a@exemple.fr", Conduct.ACCEPT_AND_GO);
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        var sender = sender(smtp.port(), rules());
        run(sender);
        assertThat(state(reference)).isEqualTo(MessageState.SENT);
        clock.advance(Duration.ofHours(1));
        run(sender);
        assertThat(smtp.accepted()).containsExactly("a@exemple.fr");
    }

    @Test
    void keepsTheOrderOfARequestsMessages() {
        smtp.towards("a@exemple.fr", Conduct.DEFER);
        var reference = queue(MessageKind.ACKNOWLEDGEMENT, "a@exemple.fr");
        queue(reference, MessageKind.NOT_REACHED, "b@exemple.fr");
        var sender = sender(smtp.port(), rules());
        run(sender);
        assertThat(smtp.tried()).containsExactly("a@exemple.fr");
        smtp.towards("a@exemple.fr", Conduct.ACCEPT);
        clock.advance(Duration.ofMinutes(1));
        run(sender);
        assertThat(smtp.accepted()).containsExactly("a@exemple.fr", "b@exemple.fr");
    }

    @Test
    void takesOverTheMessageOfAKilledProcessOnceItsLeaseIsOver() {
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        var killed = claims(rules()).claimNext().orElseThrow();
        var sender = sender(smtp.port(), rules());
        clock.advance(rules().lease().minusSeconds(1));
        run(sender);
        assertThat(smtp.tried()).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        run(sender);
        assertThat(state(reference)).isEqualTo(MessageState.SENT);
        assertThat(claims(rules()).sent(killed)).as("the claim is another's").isFalse();
    }

    @Test
    void writesWithoutAServerAndSendsNothing() {
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        var rules = rules();
        var idle = new OutboxSender(
                claims(rules),
                writer,
                letter(rules),
                new MailServer((org.springframework.mail.javamail.JavaMailSender) null),
                rules,
                clock);
        clock.advance(Duration.ofDays(10));
        assertThat(idle.sendDue()).isEmpty();
        assertThat(state(reference)).isEqualTo(MessageState.WAITING);
        assertThat(alix.get(outbox::hasServer)).isFalse();
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text()).contains("est close");
    }

    @Test
    void doesNotAstonishWithMessagesFromBeforeThereWasAServer() {
        var old = queue(MessageKind.CLOSED, "a@exemple.fr");
        clock.advance(Duration.ofDays(4));
        var fresh = queue(MessageKind.CLOSED, "b@exemple.fr");
        run(sender(smtp.port(), rules()));
        assertThat(smtp.tried()).containsExactly("b@exemple.fr");
        assertThat(message(old).fault()).isEqualTo(MessageFault.GIVEN_UP);
        assertThat(state(fresh)).isEqualTo(MessageState.SENT);
    }

    @Test
    void saysThatARequestIsGone() {
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        jdbc.sql("delete from callback_request").update();
        run(sender(smtp.port(), rules()));
        assertThat(message(reference).fault()).isEqualTo(MessageFault.UNWRITABLE);
        assertThat(smtp.tried()).isEmpty();
    }

    @Test
    void anErrorInOneMessageStopsNoOtherAndIsTriedAgainAfterGrowingGaps() {
        var broken = queue(MessageKind.CLOSED, "a@exemple.fr");
        var sent = queue(MessageKind.CLOSED, "b@exemple.fr");
        var failing = failing("a@exemple.fr", new IllegalStateException("a template that breaks"));
        run(failing);
        assertThat(state(sent)).isEqualTo(MessageState.SENT);
        assertThat(state(broken)).isEqualTo(MessageState.WAITING);
        for (int attempt = 1, minutes = 1; attempt <= 4; attempt++, minutes *= 2) {
            assertThat(message(broken).fault()).isEqualTo(MessageFault.NOT_WRITTEN);
            assertThat(message(broken).attempts()).isEqualTo(attempt);
            assertThat(message(broken).sendAfter()).isEqualTo(clock.instant().plus(Duration.ofMinutes(minutes)));
            clock.advance(Duration.ofMinutes(minutes));
            run(failing);
        }
        clock.advance(Duration.ofHours(1));
        run(sender(smtp.port(), rules()));
        assertThat(state(broken)).isEqualTo(MessageState.SENT);
    }

    @Test
    void aDatabaseThatIsAwayIsNoErrorOfTheMessage() {
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        run(failing("a@exemple.fr", new DataAccessResourceFailureException("away")));
        assertThat(message(reference).fault()).isNull();
        clock.advance(rules().lease().plusSeconds(1));
        run(sender(smtp.port(), rules()));
        assertThat(state(reference)).isEqualTo(MessageState.SENT);
    }

    @Test
    void keepsTheWordsOfTheFirstTry() {
        smtp.towards("a@exemple.fr", Conduct.DEFER);
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        var sender = sender(smtp.port(), rules());
        run(sender);
        var words = alix.get(() -> outbox.read(message(reference).id()));
        jdbc.sql("update callback_request set last_name = 'Autre'").update();
        assertThat(alix.get(() -> outbox.read(message(reference).id()))).isEqualTo(words);
        assertThat(words.text()).contains("Étienne");
    }

    @Test
    void sendsToInternationalDomainsInAscii() {
        queue(MessageKind.CLOSED, "zoe@éxemple.fr");
        run(sender(smtp.port(), rules()));
        assertThat(smtp.accepted()).containsExactly("zoe@xn--xemple-9ua.fr");
    }

    @Test
    void sendsEachMessageOnceHoweverManySendThem() throws Exception {
        List<String> references = data.waiting(200, clock.instant());
        references.forEach(reference -> queue(reference, MessageKind.CLOSED, reference.toLowerCase() + "@exemple.fr"));
        var rules = rules(1_000);
        var senders = List.of(sender(smtp.port(), rules), sender(smtp.port(), rules), sender(smtp.port(), rules));
        senders.stream()
                .flatMap(sender -> sender.sendDue().stream())
                .toList()
                .forEach(java.util.concurrent.CompletableFuture::join);
        assertThat(smtp.accepted()).hasSize(200).doesNotHaveDuplicates();
        assertThat(data.count("mail_message where state = 'SENT' and attempts = 1"))
                .isEqualTo(200);
        assertThat(Map.of("claims", data.count("mail_message where claim is not null")))
                .containsEntry("claims", 0);
    }

    /** A sender that cannot write to one address. */
    private OutboxSender failing(String recipient, RuntimeException failure) {
        MessageWriter broken = mock();
        when(broken.write(any(QueuedMessage.class))).thenAnswer(call -> {
            QueuedMessage message = call.getArgument(0);
            if (message.recipient().equals(recipient)) {
                throw failure;
            }
            return writer.write(message);
        });
        var rules = rules();
        return new OutboxSender(claims(rules), broken, letter(rules), new MailServer(smtp(smtp.port())), rules, clock);
    }
}
