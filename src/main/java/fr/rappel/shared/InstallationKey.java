package fr.rappel.shared;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secret of this installation, from which every signature comes: the setting {@code rappel.key} or, without it, 32
 * random bytes that the first start draws and the database keeps, so that all nodes and every restart have the same.
 */
@Component
public class InstallationKey {

    private static final int BYTES = 32;

    private final byte[] secret;

    InstallationKey(@Value("${rappel.key:}") String configured, JdbcClient jdbc) {
        if (!configured.isEmpty() && configured.length() < BYTES) {
            throw new IllegalStateException("rappel.key has fewer than " + BYTES + " characters");
        }
        String text = configured.isEmpty() ? kept(jdbc) : configured;
        this.secret = text.getBytes(StandardCharsets.UTF_8);
    }

    /** A signer whose signatures nothing else accepts. */
    public Seal seal(String purpose) {
        return new Seal(secret, purpose);
    }

    private static String kept(JdbcClient jdbc) {
        byte[] drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        jdbc.sql("insert into shared_installation_key (id, secret) values (1, :drawn) on conflict do nothing")
                .param("drawn", HexFormat.of().formatHex(drawn))
                .update();
        return jdbc.sql("select secret from shared_installation_key where id = 1")
                .query(String.class)
                .single();
    }
}
