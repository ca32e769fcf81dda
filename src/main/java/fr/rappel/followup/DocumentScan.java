package fr.rappel.followup;

import fr.rappel.callback.CallbackFollowUp;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the documents looked at that nobody may read before. While the scanner is away they wait. Several nodes may run this
 * at once: a document looked at twice is settled once.
 */
@Component
class DocumentScan {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentScan.class);
    private static final int AT_ONCE = 100;

    private final DocumentRows rows;
    private final DocumentStore store;
    private final VirusScanner scanner;
    private final CallbackFollowUp requests;
    private final TransactionTemplate transaction;

    DocumentScan(
            DocumentRows rows,
            DocumentStore store,
            VirusScanner scanner,
            CallbackFollowUp requests,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.store = store;
        this.scanner = scanner;
        this.requests = requests;
        this.transaction = transaction;
    }

    void scanWaiting() {
        if (!scanner.isThere()) {
            return;
        }
        for (DocumentRows.Stored stored : rows.waiting(AT_ONCE)) {
            try (InputStream contents = store.open(stored.key())) {
                settle(stored, scanner.isClean(contents));
            } catch (IOException away) {
                LOG.warn("Documents wait for the virus scanner: {}", away.toString());
                return;
            }
        }
    }

    private void settle(DocumentRows.Stored stored, boolean clean) throws IOException {
        ReceivedDocument document = stored.document();
        boolean first = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean settled = rows.settle(document.id(), clean ? DocumentState.CLEAN : DocumentState.INFECTED);
            if (settled && !clean) {
                requests.refuseDocument(document.reference(), document.name());
            }
            return settled;
        }));
        if (first && !clean) {
            LOG.warn("Malware in document {}: its contents are deleted", document.id());
            store.delete(stored.key());
        }
    }
}
