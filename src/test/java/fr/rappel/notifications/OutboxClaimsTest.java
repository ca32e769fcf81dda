package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.notifications.OutboxClaims.Claim;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** What becomes of a message and the word of it stand or fall together: by the claims that the application itself uses. */
class OutboxClaimsTest extends WithOutbox {

    private final ApplicationListener<PayloadApplicationEvent<MessageChanged>> failing = new Failing();

    @Autowired
    private OutboxClaims claims;

    @Autowired
    private ConfigurableApplicationContext context;

    @AfterEach
    void everybodyCanBeTold() {
        context.removeApplicationListener(failing);
    }

    @ParameterizedTest
    @MethodSource
    void leavesAMessageAsItWasIfTheChangeCannotBeTold(BiConsumer<OutboxClaims, Claim> change) {
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        Claim claim = claims.claimNext().orElseThrow();
        OutboxMessage before = message(reference);
        nobodyCanBeTold();
        assertThatThrownBy(() -> change.accept(claims, claim)).hasMessage("nobody is told");
        assertThat(message(reference)).isEqualTo(before);
        everybodyCanBeTold();
        change.accept(claims, claim);
        assertThat(message(reference)).isNotEqualTo(before);
    }

    static Stream<Named<BiConsumer<OutboxClaims, Claim>>> leavesAMessageAsItWasIfTheChangeCannotBeTold() {
        return Stream.of(
                Named.of("sent", OutboxClaims::sent),
                Named.of("failed", (claims, claim) -> claims.failed(claim, MessageFault.REFUSED, "550 no")),
                Named.of("deferred", (claims, claim) -> claims.deferred(claim, MessageFault.DEFERRED, "451 later")),
                Named.of("given back", (claims, claim) -> claims.giveBack(claim, "away")));
    }

    @Test
    void givesUpOnNothingIfThatCannotBeTold() {
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        clock.advance(Duration.ofDays(400));
        nobodyCanBeTold();
        assertThatThrownBy(claims::giveUpOnOld).hasMessage("nobody is told");
        assertThat(state(reference)).isEqualTo(MessageState.WAITING);
        everybodyCanBeTold();
        claims.giveUpOnOld();
        assertThat(state(reference)).isEqualTo(MessageState.FAILED);
    }

    @Test
    void isNotClaimedBetweenTwoTriesByASenderThatSawItDueBefore() {
        queue(MessageKind.CLOSED, "a@exemple.fr");
        Claim first = claims.claimNext().orElseThrow();
        claims.deferred(first, MessageFault.DEFERRED, "451 later");
        long id = first.message().id();
        assertThat(claims.claim(id)).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(claims.claim(id)).isPresent();
    }

    private void nobodyCanBeTold() {
        context.addApplicationListener(failing);
    }

    private static final class Failing implements ApplicationListener<PayloadApplicationEvent<MessageChanged>> {

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<MessageChanged> event) {
            throw new IllegalStateException("nobody is told");
        }
    }
}
