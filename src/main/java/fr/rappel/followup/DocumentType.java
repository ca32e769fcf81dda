package fr.rappel.followup;

import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What visitors may add, told from its first bytes alone: neither a name nor what a sender declares is believed. Stricter
 * than {@link fr.rappel.files.ContentType}, which forgives something before the signature.
 */
public enum DocumentType {
    PDF("255044462d", "application/pdf", ".pdf"),
    PNG("89504e470d0a1a0a", "image/png", ".png"),
    JPEG("ffd8ff", "image/jpeg", ".jpg");

    /** Bytes that are looked at. */
    static final int START = 8;

    private final byte[] signature;
    private final String mediaType;
    private final String ending;

    DocumentType(String signature, String mediaType, String ending) {
        this.signature = HexFormat.of().parseHex(signature);
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** The type of contents that start like this; empty if it is none of these. */
    static Optional<DocumentType> of(byte[] start) {
        return Stream.of(values()).filter(type -> type.begins(start)).findFirst();
    }

    private boolean begins(byte[] start) {
        return start.length >= signature.length
                && java.util.Arrays.equals(start, 0, signature.length, signature, 0, signature.length);
    }

    public String mediaType() {
        return mediaType;
    }

    /** How names of such files end, with the dot. */
    public String ending() {
        return ending;
    }
}
