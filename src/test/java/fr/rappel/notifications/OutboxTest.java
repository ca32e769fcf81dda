package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.followup.FollowUpLinks;
import fr.rappel.testing.Person;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators see of the outbox and may do. */
class OutboxTest extends WithOutbox {

    @Autowired
    private FollowUpLink links;

    @Autowired
    private FollowUpLinks revoke;

    @Test
    void pagesFromTheNewestToTheOldestWithoutGap() {
        for (int i = 0; i < 7; i++) {
            queue(MessageKind.CLOSED, "v" + i + "@exemple.fr");
        }
        var first = page(null, null, null, 3);
        var second = page(null, null, first.next(), 3);
        var third = page(null, null, second.next(), 3);
        assertThat(recipients(first)).containsExactly("v6@exemple.fr", "v5@exemple.fr", "v4@exemple.fr");
        assertThat(recipients(second)).containsExactly("v3@exemple.fr", "v2@exemple.fr", "v1@exemple.fr");
        assertThat(recipients(third)).containsExactly("v0@exemple.fr");
        assertThat(third.next()).isNull();
        assertThat(page(null, null, null, 0).messages()).hasSize(1);
        assertThat(page(null, null, -1L, 3).messages()).isEmpty();
    }

    @Test
    void findsByStateReferenceAndAddressInAnyWriting() {
        var one = queue(MessageKind.CLOSED, "Zoe@exemple.fr");
        var other = queue(MessageKind.CLOSED, "bruno@exemple.fr");
        alix.does(() -> outbox.cancel(message(other).id()));
        assertThat(recipients(page(MessageState.ABANDONED, null, null, 9))).containsExactly("bruno@exemple.fr");
        assertThat(recipients(page(MessageState.WAITING, "bruno@exemple.fr", null, 9)))
                .isEmpty();
        String typed = " " + one.substring(0, 4).toLowerCase() + "\u00A0" + one.substring(4) + " ";
        assertThat(recipients(page(null, typed, null, 9))).containsExactly("Zoe@exemple.fr");
        assertThat(recipients(page(null, " ZOE+essai@exemple.fr", null, 9))).containsExactly("Zoe@exemple.fr");
        for (String nothing : List.of("%", "_", "' or 1=1 --", "zoe", "@")) {
            assertThat(page(null, nothing, null, 9).messages()).as(nothing).isEmpty();
        }
    }

    @Test
    void cancelsWhatWaitsAndNothingThatIsBeingSent() {
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        var claim = claims(rules()).claimNext().orElseThrow();
        assertThatThrownBy(() -> alix.does(() -> outbox.cancel(claim.message().id())))
                .isInstanceOf(MessageMoved.class);
        claims(rules()).deferred(claim, MessageFault.DEFERRED, "451");
        alix.does(() -> outbox.cancel(claim.message().id()));
        assertThat(message(reference).fault()).isEqualTo(MessageFault.CANCELLED);
        assertThatThrownBy(() -> alix.does(() -> outbox.cancel(claim.message().id())))
                .isInstanceOf(MessageMoved.class);
    }

    @Test
    void queuesAgainWhatWasNotSentAndCopiesWhatWas() {
        var failed = queue(MessageKind.CLOSED, "a@exemple.fr");
        claims(rules()).failed(claims(rules()).claimNext().orElseThrow(), MessageFault.REFUSED, "550");
        alix.does(() -> outbox.resend(message(failed).id()));
        assertThat(messages(failed)).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo(MessageState.WAITING);
            assertThat(message.attempts()).isZero();
            assertThat(message.fault()).isNull();
        });
        assertThatThrownBy(() -> alix.does(() -> outbox.resend(message(failed).id())))
                .isInstanceOf(MessageMoved.class);
        claims(rules()).sent(claims(rules()).claimNext().orElseThrow());
        alix.does(() -> outbox.resend(message(failed).id()));
        assertThat(messages(failed))
                .extracting(OutboxMessage::state)
                .containsExactly(MessageState.SENT, MessageState.WAITING);
        assertThat(jdbc.sql("select count(distinct message_id) from mail_message")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void sendsOneCopyHoweverOftenItIsAsked() throws Exception {
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        claims(rules()).sent(claims(rules()).claimNext().orElseThrow());
        long id = message(reference).id();
        var start = new CyclicBarrier(2);
        var refused = new AtomicInteger();
        try (var administrators = Executors.newFixedThreadPool(2)) {
            var clicks = IntStream.range(0, 2)
                    .mapToObj(i -> administrators.submit(() -> {
                        start.await();
                        try {
                            alix.does(() -> outbox.resend(id));
                        } catch (MessageMoved moved) {
                            refused.incrementAndGet();
                        }
                        return null;
                    }))
                    .toList();
            for (var click : clicks) {
                click.get();
            }
        }
        assertThat(refused).hasValue(1);
        assertThatThrownBy(() -> alix.does(() -> outbox.resend(id))).isInstanceOf(MessageMoved.class);
        assertThat(messages(reference)).hasSize(2);
        claims(rules()).sent(claims(rules()).claimNext().orElseThrow());
        alix.does(() -> outbox.resend(id));
        assertThat(messages(reference)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "FAILED"})
    void sendsAgainToTheAddressAndWithTheLinkThatAreRightNow(MessageState before) {
        var reference = queue(MessageKind.CLOSED, "elodie@exmple.fr");
        var claim = claims(rules()).claimNext().orElseThrow();
        claims(rules()).keepWords(claim, writer.write(claim.message()).orElseThrow());
        if (before == MessageState.SENT) {
            claims(rules()).sent(claim);
        } else {
            claims(rules()).failed(claim, MessageFault.REFUSED, "550");
        }
        long id = message(reference).id();
        String link = links.of(reference).toString();
        jdbc.sql("update callback_request set email = 'elodie@exemple.fr'").update();
        Person.agent("amelie").does(() -> revoke.revoke(reference));
        alix.does(() -> outbox.resend(id));
        assertThat(message(reference).recipient()).isEqualTo("elodie@exemple.fr");
        assertThat(state(reference)).isEqualTo(MessageState.WAITING);
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text())
                .contains(links.of(reference).toString())
                .doesNotContain(link);
        assertThatThrownBy(() -> alix.does(() -> outbox.resend(id))).isInstanceOf(MessageMoved.class);
    }

    @Test
    void anAddressFailsUntilALaterMessageHasNotComeBackForADay() {
        var reference = queue(MessageKind.CLOSED, "zoe@exemple.fr");
        claims(rules()).failed(claims(rules()).claimNext().orElseThrow(), MessageFault.REFUSED, "550");
        queue(reference, MessageKind.ANSWER, "zoe@exemple.fr");
        claims(rules()).sent(claims(rules()).claimNext().orElseThrow());
        assertThat(alix.get(() -> outbox.isFailing("zoe@exemple.fr"))).isTrue();
        assertThat(alix.get(() -> outbox.isFailing("zoe.autre@exemple.fr"))).isFalse();
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(alix.get(() -> outbox.isFailing("zoe@exemple.fr"))).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(alix.get(() -> outbox.isFailing("zoe@exemple.fr"))).isFalse();
    }

    @Test
    void takesBothWritingsOfAnInternationalDomainForOneMailbox() {
        var reference = queue(MessageKind.CLOSED, "Zoe+x@Éxemple.fr");
        assertThat(page(null, "zoe@xn--xemple-9ua.fr", null, 9).messages())
                .extracting(OutboxMessage::reference)
                .containsExactly(reference);
        assertThat(NewMessage.mailbox("zoe@xn--xemple-9ua.fr")).isEqualTo(NewMessage.mailbox("zoe@ÉXEMPLE.fr"));
    }

    @Test
    void treatsAReportAsAnyOtherMessage() {
        long report = queueReport("zoe@exemple.fr", "Claire");
        queueReport("zoe@exemple.fr", "Claire");
        OutboxMessage listed = page(null, "zoe@exemple.fr", null, 9).messages().getLast();
        assertThat(listed.id()).isEqualTo(report);
        assertThat(listed.kind()).isEqualTo(MessageKind.REPORT);
        assertThat(listed.reference()).isNull();
        assertThat(alix.get(() -> outbox.read(report)).text()).contains("Demandes reçues\u00A0: 12, contre 10 (+20 %)");
        alix.does(() -> outbox.cancel(report));
        alix.does(() -> outbox.resend(report));
        assertThatThrownBy(() -> alix.does(() -> outbox.resend(report))).isInstanceOf(MessageMoved.class);
        claims(rules()).sent(claims(rules()).claimNext().orElseThrow());
        alix.does(() -> outbox.resend(report));
        assertThatThrownBy(() -> alix.does(() -> outbox.resend(report))).isInstanceOf(MessageMoved.class);
        assertThat(jdbc.sql("select count(*) from mail_message group by enclosure_id order by 1")
                        .query(Integer.class)
                        .list())
                .as("the copy carries the file of its original")
                .containsExactly(1, 2);
    }

    @Test
    void saysThatThereIsNoSuchMessage() {
        for (long id : new long[] {0, -1, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> alix.does(() -> outbox.read(id))).isInstanceOf(MessageNotFound.class);
            assertThatThrownBy(() -> alix.does(() -> outbox.resend(id))).isInstanceOf(MessageNotFound.class);
            assertThatThrownBy(() -> alix.does(() -> outbox.cancel(id))).isInstanceOf(MessageMoved.class);
        }
    }

    private OutboxPage page(MessageState state, String typed, Long next, int size) {
        return alix.get(() -> outbox.page(state, typed, next, size));
    }

    private static List<String> recipients(OutboxPage page) {
        return page.messages().stream().map(OutboxMessage::recipient).toList();
    }
}
