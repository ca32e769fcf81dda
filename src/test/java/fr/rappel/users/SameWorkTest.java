package fr.rappel.users;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.TestClock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Every refusal costs one hash, so that its time does not tell why: counted, not timed. */
class SameWorkTest {

    private final AtomicInteger hashes = new AtomicInteger();
    private final AccountEntity amelie =
            new AccountEntity("amelie", "Amélie", "hash of juste", Role.AGENT, false, Instant.EPOCH);
    private final AccountEntity gone =
            new AccountEntity("parti", "Parti", "hash of juste", Role.AGENT, false, Instant.EPOCH);
    private final Map<String, AccountEntity> known = Map.of("amelie", amelie, "parti", gone);
    private final UserDetailsService accounts = name -> {
        if (!known.containsKey(name)) {
            throw new UsernameNotFoundException("No such account");
        }
        return new SignedIn(known.get(name));
    };
    private final GuardedAuthentication door = new GuardedAuthentication(
            accounts, new VerifiedPasswords(new Counted()), new LoginAttempts(new TestClock()));

    @BeforeEach
    void oneIsGoneAndTheFirstUnknownNamePreparesItsHash() {
        gone.disable();
        accepts("personne", "x");
    }

    @Test
    void costsTheSameForUnknownWrongAndDisabled() {
        assertThat(costOfRefusing("personne", "juste")).isEqualTo(1);
        assertThat(costOfRefusing("amelie", "faux")).isEqualTo(1);
        assertThat(costOfRefusing("parti", "juste")).isEqualTo(1);
    }

    /** The right password of somebody who signed in a moment ago is remembered; a locked guesser must not feel that. */
    @Test
    void costsTheSameForTheRightPasswordOfALockedAccount() {
        assertThat(accepts("amelie", "juste")).isTrue();
        for (int i = 0; i < LoginAttempts.PER_ADDRESS; i++) {
            costOfRefusing("amelie", "faux");
        }
        assertThat(costOfRefusing("amelie", "juste")).isEqualTo(1);
        assertThat(costOfRefusing("amelie", "faux")).isEqualTo(1);
    }

    private int costOfRefusing(String username, String password) {
        int before = hashes.get();
        assertThat(accepts(username, password)).isFalse();
        return hashes.get() - before;
    }

    private boolean accepts(String username, String password) {
        try {
            return door.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password))
                    .isAuthenticated();
        } catch (AuthenticationException refused) {
            return false;
        }
    }

    private final class Counted implements PasswordEncoder {

        @Override
        public String encode(CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            hashes.incrementAndGet();
            return hash.equals(encode(password));
        }
    }
}
