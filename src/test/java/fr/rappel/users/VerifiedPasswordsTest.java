package fr.rappel.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class VerifiedPasswordsTest {

    private final AtomicInteger computed = new AtomicInteger();
    private final PasswordEncoder passwords = new VerifiedPasswords(new Counted());

    @Test
    void computesAMatchOnce() {
        assertThat(passwords.matches("secret", "hash of secret")).isTrue();
        assertThat(passwords.matches("secret", "hash of secret")).isTrue();
        assertThat(computed).hasValue(1);
    }

    @Test
    void remembersNoRefusal() {
        assertThat(passwords.matches("wrong", "hash of secret")).isFalse();
        assertThat(passwords.matches("wrong", "hash of secret")).isFalse();
        assertThat(computed).hasValue(2);
    }

    @Test
    void mistakesNoOtherPasswordOrHashForTheOneItKnows() {
        passwords.matches("secret", "hash of secret");
        assertThat(passwords.matches("Secret", "hash of secret")).isFalse();
        assertThat(passwords.matches("secret", "hash of another")).isFalse();
        assertThat(passwords.matches("of secret", "hash")).isFalse();
        assertThat(passwords.matches("", "hash of secret\nsecret")).isFalse();
        assertThat(passwords.matches(null, "hash of secret")).isFalse();
        assertThat(passwords.matches("secret", null)).isFalse();
    }

    private final class Counted implements PasswordEncoder {

        @Override
        public String encode(CharSequence password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            computed.incrementAndGet();
            return hash.equals(encode(password));
        }
    }
}
