package fr.rappel.followup;

import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.shared.CleanText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes documents in: small enough, of a known type by their contents, not too many, under a name of ours. */
@Component
class DocumentIntake {

    static final int MAX_DOCUMENTS = 5;
    static final long MAX_BYTES = 10L * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    private final DocumentStore store;
    private final DocumentRows rows;
    private final CallbackFollowUp requests;
    private final VirusScanner scanner;
    private final Clock clock;

    DocumentIntake(
            DocumentStore store, DocumentRows rows, CallbackFollowUp requests, VirusScanner scanner, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.requests = requests;
        this.scanner = scanner;
        this.clock = clock;
    }

    /**
     * In the transaction of the caller; if that fails, no contents stay.
     *
     * @throws UncheckedIOException if they cannot be read or kept
     */
    void take(String reference, String typedName, InputStreamSource contents) {
        String name = shown(typedName);
        try {
            Measured measured = measure(name, contents);
            requests.addDocument(reference, name, () -> keep(reference, name, measured, contents));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean keep(String reference, String name, Measured measured, InputStreamSource contents) {
        if (rows.has(reference, measured.sha256())) {
            return false;
        }
        int before = rows.of(reference).size();
        if (before >= MAX_DOCUMENTS) {
            throw new DocumentRefused("tooMany", name);
        }
        try (InputStream in = contents.getInputStream()) {
            String key = store.put(in);
            deleteUnlessCommitted(key);
            rows.add(document(reference, before + 1, name, measured), measured.sha256(), key);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private void deleteUnlessCommitted(String key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    try {
                        store.delete(key);
                    } catch (IOException e) {
                        // Contents that no row knows are deleted later.
                        return;
                    }
                }
            }
        });
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
