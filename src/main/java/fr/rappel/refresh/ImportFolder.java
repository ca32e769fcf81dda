package fr.rappel.refresh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes files from the watched folder: those whose name begins with a kind ({@code dossiers-2026-03-01.csv}) and that
 * nobody has written to for a while. A file that was taken is removed; one that is too large gets another ending.
 */
@Component
class ImportFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFolder.class);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final ImportProperties rules;
    private final ImportInbox inbox;
    private final ImportSpool spool;
    private final ImportRuns runs;
    private final Clock clock;

    ImportFolder(ImportProperties rules, ImportInbox inbox, ImportSpool spool, ImportRuns runs, Clock clock) {
        this.rules = rules;
        this.inbox = inbox;
        this.spool = spool;
        this.runs = runs;
        this.clock = clock;
    }

    void collect() {
        try {
            spool.sweep(runs.neededFiles(), clock.instant().minus(FORGOTTEN));
            Path folder = rules.folder();
            if (folder != null) {
                for (Path file : settled(folder)) {
                    take(file);
                }
            }
        } catch (IOException e) {
            LOG.error("The folder of imports cannot be read", e);
        }
    }

    private List<Path> settled(Path folder) throws IOException {
        Instant limit = clock.instant().minus(rules.settle());
        try (var files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> kind(file).isPresent())
                    .filter(file -> file.toFile().lastModified() <= limit.toEpochMilli())
                    .sorted()
                    .toList();
        }
    }

    private void take(Path file) throws IOException {
        ImportKind kind = kind(file).orElseThrow();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            inbox.receive(kind, ImportSource.FOLDER, file.getFileName().toString(), in, null);
        } catch (ImportTooLarge e) {
            LOG.error("A file of {} in the folder of imports is too large", kind.slug());
            Path aside = file.resolveSibling(file.getFileName() + ".refused");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        // Killed before this line, the file is read once more: the result is the same.
        Files.delete(file);
    }

    private static Optional<ImportKind> kind(Path file) {
        String name = file.getFileName().toString();
        return Arrays.stream(ImportKind.values())
                .filter(kind -> name.matches(kind.slug() + "\\b.*\\.csv"))
                .findFirst();
    }
}
