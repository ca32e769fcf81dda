package fr.rappel.refresh;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads received files into the copy, one at a time. Rows, refusals and the place reached are stored together, a batch per
 * transaction: a process killed at any moment loses the batch it was at, and whoever goes on reads it again.
 */
@Component
class ImportRunner {

    static final int BATCH = 1000;

    /** Bytes after which a batch ends although it has fewer lines: a record may be twenty lines of 64 KiB. */
    static final int BATCH_BYTES = 4 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private final ImportRuns runs;
    private final ImportSpool spool;
    private final ImportFormats formats;
    private final CopyWriter copy;
    private final ImportProperties limits;
    private final TransactionTemplate transaction;

    private volatile boolean stopping;

    ImportRunner(
            ImportRuns runs,
            ImportSpool spool,
            ImportFormats formats,
            CopyWriter copy,
            ImportProperties limits,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.spool = spool;
        this.formats = formats;
        this.copy = copy;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** Reads all that wait, and what a killed process left half read. */
    void runWaiting() {
        while (runs.claimNext().map(this::run).orElse(false)) {
            // The next one.
        }
    }

    /** Ends after the batch being stored. The run stays as it is: whoever starts next goes on with it. */
    void stop() {
        stopping = true;
    }

    /** Returns whether the next run may follow at once. */
    private boolean run(ImportClaim claim) {
        try {
            end(claim, () -> read(claim));
            spool.delete(claim.spool());
        } catch (ClaimLost | Stopped | DataAccessResourceFailureException | TransactionException notOurs) {
            // The run is another process's, the database is away or the application ends: whoever may goes on once the
            // lease is over.
            LOG.warn("Import {} stopped: {}", claim.id(), notOurs.getClass().getSimpleName());
            return false;
        } catch (IOException e) {
            LOG.warn("The file of import {} stays in the spool", claim.id(), e);
        }
        return true;
    }

    private void end(ImportClaim claim, Reading reading) {
        try {
            reading.toItsEnd();
            runs.end(claim, ImportStatus.DONE, null, null);
        } catch (FileRefused refused) {
            runs.end(claim, ImportStatus.REFUSED, refused.fault(), refused.detail());
        } catch (NoSuchFileException gone) {
            runs.end(claim, ImportStatus.REFUSED, ImportFault.UNREADABLE, null);
        } catch (ClaimLost | Stopped | DataAccessResourceFailureException | TransactionException notOurs) {
            throw notOurs;
        } catch (IOException | RuntimeException failure) {
            LOG.error("Import {} failed", claim.id(), failure);
            runs.end(claim, ImportStatus.FAILED, null, null);
        }
    }

    private void read(ImportClaim claim) throws IOException, FileRefused {
        ImportFormat format = formats.of(claim.kind());
        try (CsvLines lines = CsvLines.open(spool.path(claim.spool()), claim.charset())) {
            Map<String, Integer> places = format.places(lines.header());
            if (claim.nextByte() > 0) {
                lines.seek(claim.nextByte(), claim.nextLine());
            }
            long refused = claim.rowsRefused();
            for (List<CsvLine> batch = next(lines); !batch.isEmpty(); batch = next(lines)) {
                if (stopping) {
                    throw new Stopped();
                }
                refused += store(claim, format, places, batch);
                if (refused > limits.maxRefusals()) {
                    throw new FileRefused(ImportFault.TOO_MANY_REFUSALS, null);
                }
            }
        }
    }

    private static List<CsvLine> next(CsvLines lines) throws IOException {
        List<CsvLine> batch = new ArrayList<>(BATCH);
        for (CsvLine line = lines.next(); line != null; line = lines.next()) {
            batch.add(line);
            if (batch.size() == BATCH || line.end() - batch.getFirst().end() >= BATCH_BYTES) {
                break;
            }
        }
        return batch;
    }

    /** Returns how many lines were refused. */
    private int store(ImportClaim claim, ImportFormat format, Map<String, Integer> places, List<CsvLine> batch) {
        try {
            return inTransaction(claim, format, places, batch);
        } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
            // The live source wrote one of these rows at this very moment; once more, and it is there to be replaced.
            return inTransaction(claim, format, places, batch);
        }
    }

    private int inTransaction(
            ImportClaim claim, ImportFormat format, Map<String, Integer> places, List<CsvLine> batch) {
        return transaction.execute(status -> {
            List<CopyRow> rows = new ArrayList<>(batch.size());
            List<LineRefusal> refusals = new ArrayList<>();
            int read = 0;
            for (CsvLine line : batch) {
                if (!line.isBlank()) {
                    read++;
                    ImportFormat.Reading reading = format.read(line, places);
                    refusals.addAll(reading.refusals());
                    reading.row().ifPresent(rows::add);
                }
            }
            List<LineRefusal> notStored = copy.write(format, rows, claim.id());
            refusals.addAll(notStored);
            int stored = rows.size() - notStored.size();
            runs.refuse(claim, refusals);
            runs.advance(claim, batch.getLast(), read, stored, read - stored);
            return read - stored;
        });
    }

    /** The application ends. */
    private static final class Stopped extends RuntimeException {

        Stopped() {
            super("The application ends", null, false, false);
        }
    }

    private interface Reading {
        void toItsEnd() throws IOException, FileRefused;
    }
}
