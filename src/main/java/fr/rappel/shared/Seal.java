package fr.rappel.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs texts for one purpose with HMAC-SHA-256: what was signed for another purpose does not match here. */
public final class Seal {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    Seal(byte[] secret, String purpose) {
        this.key = mac(secret, purpose);
    }

    /** The signature of a text: 43 letters, digits, hyphens and underscores. */
    public String sign(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, text));
    }

    /** Whether the signature is that of the text; takes the same time wherever they differ. */
    public boolean matches(String text, String signature) {
        return MessageDigest.isEqual(
                sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java platform", e);
        }
    }
}
