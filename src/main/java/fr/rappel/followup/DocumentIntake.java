package fr.rappel.followup;

import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.files.FileStore;
import fr.rappel.shared.CleanText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Takes documents in: small enough, of a known type by their contents, not too many, under a name of ours. */
@Component
class DocumentIntake {

    static final int MAX_DOCUMENTS = 5;
    static final long MAX_BYTES = 10L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(DocumentIntake.class);
    private static final int LONGEST_NAME = 120;

    private final FileStore files;
    private final DocumentRows rows;
    private final CallbackFollowUp requests;
    private final VirusScanner scanner;
    private final Clock clock;

    DocumentIntake(FileStore files, DocumentRows rows, CallbackFollowUp requests, VirusScanner scanner, Clock clock) {
        this.files = files;
        this.rows = rows;
        this.requests = requests;
        this.scanner = scanner;
        this.clock = clock;
    }

    /**
     * Outside of any transaction: contents are read and stored first, then noted in one of its own. What is not noted does
     * not stay.
     *
     * @throws DocumentRefused if they break a rule
     * @throws UncheckedIOException if they cannot be read or kept
     */
    void take(String reference, String typedName, InputStreamSource contents) {
        String name = shown(typedName);
        try {
            Measured measured = measure(name, contents);
            String key = DocumentRows.FOLDER + "/" + UUID.randomUUID();
            files.put(key, contents, measured.size());
            try {
                requests.addDocument(reference, name, () -> note(reference, name, measured, key));
            } finally {
                deleteUnlessNoted(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks, for a commit whose answer was lost may have noted them. */
    private void deleteUnlessNoted(String key) {
        try {
            if (!rows.needs(key)) {
                files.delete(key);
            }
        } catch (IOException later) {
            LOG.warn("Contents that no document needs are deleted later: {}", later.toString());
        }
    }

    private boolean note(String reference, String name, Measured measured, String key) {
        if (rows.has(reference, measured.sha256())) {
            return false;
        }
        int before = rows.of(reference).size();
        if (before >= MAX_DOCUMENTS) {
            throw new DocumentRefused("tooMany", name);
        }
        rows.add(document(reference, before + 1, name, measured), measured.sha256(), key);
        return true;
    }

    private ReceivedDocument document(String reference, int slot, String name, Measured measured) {
        return new ReceivedDocument(
                0,
                reference,
                slot,
                name,
                measured.type(),
                measured.size(),
                scanner.isThere() ? DocumentState.WAITING : DocumentState.UNCHECKED,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private record Measured(DocumentType type, long size, String sha256) {}

    /** Reads everything once before anything is kept, and never more than a little too much. */
    private static Measured measure(String name, InputStreamSource contents) throws IOException {
        try (var in = new DigestInputStream(contents.getInputStream(), sha256())) {
            byte[] start = in.readNBytes(DocumentType.START);
            if (start.length == 0) {
                throw new DocumentRefused("empty", name);
            }
            DocumentType type = DocumentType.of(start).orElseThrow(() -> new DocumentRefused("type", name));
            long size = start.length;
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > MAX_BYTES) {
                    throw new DocumentRefused("tooBig", name);
                }
            }
            return new Measured(
                    type, size, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        }
    }

    /** What follows the last slash of whatever system, on one line and not too long. */
    static String shown(String name) {
        String last = CleanText.clean(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        String text = CleanText.isBlank(last) ? "document" : last;
        int length = CleanText.length(text);
        return length <= LONGEST_NAME ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
