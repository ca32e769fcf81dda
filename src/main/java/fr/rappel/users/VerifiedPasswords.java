package fr.rappel.users;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for five minutes that a password matched a hash, so that an API client that presents its password with
 * every call costs one bcrypt (a quarter of a second of CPU) instead of one per call. Only matches are remembered, under
 * a key that cannot be computed outside this process; another hash (the password was changed) is another key, and
 * whether the account is enabled is read from the database every time.
 */
final class VerifiedPasswords implements PasswordEncoder {

    private final PasswordEncoder slow;
    private final SecretKeySpec processKey;
    private final Cache<String, Boolean> verified = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    VerifiedPasswords(PasswordEncoder slow) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.slow = slow;
        this.processKey = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence rawPassword) {
        return slow.encode(rawPassword);
    }

    @Override
    public boolean matches(@Nullable CharSequence rawPassword, @Nullable String encodedPassword) {
        if (rawPassword == null || encodedPassword == null) {
            return false;
        }
        String key = mac(encodedPassword + "\n" + rawPassword);
        if (verified.getIfPresent(key) != null) {
            return true;
        }
        boolean matches = slow.matches(rawPassword, encodedPassword);
        if (matches) {
            verified.put(key, Boolean.TRUE);
        }
        return matches;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encodedPassword) {
        return slow.upgradeEncoding(encodedPassword);
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(processKey);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
