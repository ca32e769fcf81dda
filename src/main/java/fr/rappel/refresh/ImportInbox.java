package fr.rappel.refresh;

import fr.rappel.shared.CleanText;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes files in: kept on disk to their last byte first, then known as a run. */
@Component
class ImportInbox {

    private static final int LONGEST_NAME = 200;

    private final ImportSpool spool;
    private final ImportRuns runs;

    ImportInbox(ImportSpool spool, ImportRuns runs) {
        this.spool = spool;
        this.runs = runs;
    }

    /**
     * Receives a file.
     *
     * @return number of its run
     * @throws ImportTooLarge if it exceeds the limit
     */
    long receive(ImportKind kind, ImportSource source, String fileName, InputStream in, @Nullable String startedBy)
            throws IOException {
        return runs.create(kind, source, shown(fileName), spool.receive(in), startedBy);
    }

    /** A file's name as it is kept. */
    static String shown(String fileName) {
        String shown = CleanText.clean(fileName);
        return shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
    }
}
