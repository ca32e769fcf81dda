package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailPropertiesTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "2147483647, 60"})
    void gapsDoubleUpToTheLongest(int attempt, int minutes) {
        assertThat(WithOutbox.rules().gapAfter(attempt)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void refusesALeaseThatEndsWhileAMessageIsBeingSent() {
        var minute = Duration.ofMinutes(1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new MailProperties(null, null, 4, 50, minute, minute, minute, minute, minute, minute));
    }

    @Test
    void pausesGrowAndEndWhenTheServerAnswers() {
        var pause = new ServerPause(Duration.ofSeconds(15), Duration.ofMinutes(1));
        Instant now = Instant.EPOCH;
        assertThat(pause.lastsAt(now)).isFalse();
        for (int seconds : new int[] {15, 30, 60, 60}) {
            pause.begin(now);
            pause.begin(now);
            assertThat(pause.end()).isEqualTo(now.plusSeconds(seconds));
            assertThat(pause.lastsAt(now.plusSeconds(seconds - 1L))).isTrue();
            now = now.plusSeconds(seconds);
            assertThat(pause.lastsAt(now)).isFalse();
        }
        pause.over();
        pause.begin(now);
        assertThat(pause.end()).isEqualTo(now.plusSeconds(15));
    }

    @ParameterizedTest
    @CsvSource({
        "A@Exemple.FR, a@exemple.fr",
        "a+1@exemple.fr, a@exemple.fr",
        "a+1+2@exemple.fr, a@exemple.fr",
        "+1@exemple.fr, +1@exemple.fr"
    })
    void knowsTheMailboxBehindAnAddress(String address, String mailbox) {
        assertThat(NewMessage.mailbox(address)).isEqualTo(mailbox);
    }
}
