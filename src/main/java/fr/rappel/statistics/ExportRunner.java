package fr.rappel.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes the files that were asked for, one after the other, and removes the old ones. */
@Component
class ExportRunner {

    private static final Logger log = LoggerFactory.getLogger(ExportRunner.class);

    private final ExportLog exports;
    private final ExportFiles files;
    private final Map<ExportContents, ExportLines> lines;
    private final ReportPaper paper;
    private final ExportNews news;
    private final MessageSource messages;
    private final Clock clock;

    ExportRunner(
            ExportLog exports,
            ExportFiles files,
            EventLines rows,
            BreakdownLines breakdown,
            PageLines page,
            ReportPaper paper,
            ExportNews news,
            MessageSource messages,
            Clock clock) {
        this.exports = exports;
        this.files = files;
        lines = Map.of(
                ExportContents.ROWS, rows,
                ExportContents.BREAKDOWN, breakdown,
                ExportContents.DAYS, page,
                ExportContents.HOURS, page,
                ExportContents.QUESTIONS, page);
        this.paper = paper;
        this.news = news;
        this.messages = messages;
        this.clock = clock;
    }

    void runWaiting() {
        String token = UUID.randomUUID().toString();
        while (exports.claimNext(token).map(export -> run(export, token)).orElse(false)) {
            // The next one.
        }
    }

    void removeOld() {
        for (Export export : exports.finishedBefore(clock.instant().minus(Exports.KEPT))) {
            try {
                files.delete(export);
                exports.expire(export.id());
            } catch (IOException e) {
                log.warn("The file of export {} cannot be removed", export.id(), e);
            }
        }
    }

    /** Returns whether the next one may follow at once. */
    private boolean run(Export export, String token) {
        try {
            long size = files.write(export, token, out -> write(export, token, out));
            end(export, token, ExportStatus.DONE, size);
            return true;
        } catch (FiguresBeingCounted counting) {
            exports.putOff(export.id(), token);
            return true;
        } catch (ExportLost | DataAccessResourceFailureException | TransactionException notOurs) {
            // Another process's, or the database is away: whoever may begins again once the lease is over.
            log.warn("Export {} stopped: {}", export.id(), notOurs.getClass().getSimpleName());
            return false;
        } catch (IOException | RuntimeException failure) {
            log.error("Export {} failed", export.id(), failure);
            end(export, token, ExportStatus.FAILED, 0);
            return true;
        }
    }

    private void end(Export export, String token, ExportStatus status, long size) {
        exports.end(export.id(), token, status, size);
        news.look();
    }

    private void write(Export export, String token, OutputStream out) throws IOException {
        long expected = lines(export).expected(export);
        exports.progress(export.id(), token, expected, 0);
        LongConsumer written = rows -> exports.progress(export.id(), token, expected, rows);
        switch (export.format()) {
            case CSV -> fill(new CsvSheet(out, export.language()), export, written);
            case XLSX -> {
                String name = messages.getMessage("statistics.export.sheet", null, export.language());
                fill(new XlsxSheet(out, name), export, written);
            }
            case PDF -> {
                paper.write(export.query().period(), export.query().by(), export.language(), out);
                written.accept(expected);
            }
        }
    }

    private ExportLines lines(Export export) {
        return Objects.requireNonNull(lines.get(export.contents()));
    }

    private void fill(Sheet empty, Export export, LongConsumer written) throws IOException {
        try (Sheet sheet = empty) {
            lines(export).write(export, sheet, written);
        }
    }
}
