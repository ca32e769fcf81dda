package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PageTokensTest {

    private final TestClock clock = new TestClock();
    private final PageTokens tokens = tokens("a secret of more than thirty-two characters");

    private PageTokens tokens(String secret) {
        return new PageTokens(new InstallationKey(secret, org.mockito.Mockito.mock(JdbcClient.class)), clock);
    }

    @Test
    void saysWhenAPageWasMadeAndWhich() {
        String token = tokens.issue("/a");
        clock.advance(Duration.ofSeconds(90));
        assertThat(tokens.read("/a", token)).hasValueSatisfying(said -> {
            assertThat(said.issuedAt()).isEqualTo(TestClock.OPEN_TUESDAY);
            assertThat(said.key()).hasSize(36);
        });
        assertThat(tokens.read("/b", token)).as("of another page").isEmpty();
    }

    @Test
    void isValidForADay() {
        String token = tokens.issue("/a");
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(tokens.read("/a", token)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(tokens.read("/a", token)).isEmpty();
    }

    @Test
    void isNoneOfAnotherInstallation() {
        assertThat(tokens.read(
                        "/a", tokens("another secret of more than thirty-two").issue("/a")))
                .isEmpty();
    }

    @Test
    void cannotBeChanged() {
        String token = tokens.issue("/a");
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'y' : 'x';
            String forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.read("/a", forged)).as("position %s", i).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "0.0.", "1772528400000.k.", "\0.\0.\0", "é.é.é"})
    void refusesWhatIsNoToken(String token) {
        assertThat(tokens.read("/a", token)).isEmpty();
    }
}
