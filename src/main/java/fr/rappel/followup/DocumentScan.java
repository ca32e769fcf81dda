package fr.rappel.followup;

import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.files.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
    private final FileStore files;
    private final VirusScanner scanner;
    private final CallbackFollowUp requests;
    private final TransactionTemplate transaction;

    DocumentScan(
            DocumentRows rows,
            FileStore files,
            VirusScanner scanner,
            CallbackFollowUp requests,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.files = files;
        this.scanner = scanner;
        this.requests = requests;
        this.transaction = transaction;
    }

    void scanWaiting() {
        if (!scanner.isThere()) {
            return;
        }
        try {
            List<DocumentRows.Stored> page = rows.waiting(0, AT_ONCE);
            while (!page.isEmpty()) {
                for (DocumentRows.Stored stored : page) {
                    scan(stored);
                }
                page = rows.waiting(page.getLast().document().id(), AT_ONCE);
            }
        } catch (VirusScanner.Away away) {
            LOG.warn("Documents wait for the virus scanner: {}", away.toString());
        }
    }

    private void scan(DocumentRows.Stored stored) throws VirusScanner.Away {
        ReceivedDocument document = stored.document();
        try (InputStream contents = files.open(stored.key(), 0, document.size())) {
            settle(stored, scanner.isClean(contents));
        } catch (VirusScanner.Away away) {
            throw away;
        } catch (IOException later) {
            LOG.warn("Document {} is left for later: {}", document.id(), later.toString());
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
            files.delete(stored.key());
        }
    }
}
