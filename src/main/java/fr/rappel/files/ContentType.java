package fr.rappel.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.Tika;

/** What contents are, told from their first bytes alone: neither a name nor what a sender declares is believed. */
public final class ContentType {

    /** Bytes that are looked at. */
    private static final int START = 8192;

    private static final Tika TIKA = new Tika();

    /** What a browser shows without running anything of it. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/png", "image/jpeg");

    private ContentType() {}

    /** The media type, for instance {@code application/pdf}. */
    public static String of(byte[] start) {
        return TIKA.detect(start);
    }

    /**
     * The media type of what a store keeps.
     *
     * @throws java.nio.file.NoSuchFileException if there is nothing of that key
     */
    public static String of(FileStore store, String key) throws IOException {
        long size = store.size(key).orElse(0);
        try (InputStream in = store.open(key, 0, Math.min(size, START))) {
            return of(in.readNBytes(START));
        }
    }

    /** Whether a browser shows it without running anything of it. */
    static boolean isShown(String mediaType) {
        return SHOWN.contains(mediaType);
    }
}
