package fr.rappel.followup;

import fr.rappel.files.FileStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Deletes contents that nobody needs: malware, and what a killed process left behind. */
@Component
class DocumentTidying {

    /** Contents are there before their row. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final FileStore files;
    private final DocumentRows rows;
    private final Clock clock;

    DocumentTidying(FileStore files, DocumentRows rows, Clock clock) {
        this.files = files;
        this.rows = rows;
        this.clock = clock;
    }

    void deleteUnneeded() throws IOException {
        for (String key : files.keys(DocumentRows.FOLDER, clock.instant().minus(LEFT_BEHIND))) {
            if (!rows.needs(key)) {
                files.delete(key);
            }
        }
    }
}
