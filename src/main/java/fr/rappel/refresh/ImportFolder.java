package fr.rappel.refresh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes files from the watched folder: those whose name begins with a kind ({@code dossiers_2026-03-01.csv}, in any case)
 * and that nobody has written to for a while, parents first. A file that was taken is removed; one that cannot be taken gets another
 * ending and stands among the imports with its reason. One that stays where it is all the same is known by its run, and is
 * not taken again until somebody writes to it. Whatever is wrong with one, the others are taken.
 */
@Component
class ImportFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFolder.class);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** Faults of files of which nothing was taken. */
    private static final Set<ImportFault> NOTHING_TAKEN = EnumSet.of(ImportFault.TOO_LARGE, ImportFault.NO_ACCESS);

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
                settled(folder).forEach(this::take);
            }
        } catch (IOException e) {
            LOG.error("The folder of imports cannot be read", e);
        }
    }

    private List<FolderFile> settled(Path folder) throws IOException {
        Instant limit = clock.instant().minus(rules.settle());
        try (var files = Files.list(folder)) {
            List<FolderFile> known = files.map(FolderFile::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(FolderFile::kind).thenComparing(FolderFile::path))
                    .toList();
            // A file that is still being written may bring what later kinds name: they wait for it.
            Optional<ImportKind> growing = known.stream()
                    .filter(file -> file.written().isAfter(limit))
                    .map(FolderFile::kind)
                    .findFirst();
            return known.stream()
                    .filter(file -> !file.written().isAfter(limit))
                    .filter(file -> growing.isEmpty() || file.kind().compareTo(growing.get()) <= 0)
                    .toList();
        }
    }

    private void take(FolderFile file) {
        Optional<ImportRun> known = runs.left(file);
        if (known.isPresent()) {
            tidy(file, known.get());
            return;
        }
        long run;
        try (InputStream in = open(file.path())) {
            run = inbox.receive(file.kind(), ImportSource.FOLDER, file.name(), in, null);
        } catch (ImportTooLarge e) {
            setAside(file, ImportFault.TOO_LARGE);
            return;
        } catch (IOException | RuntimeException e) {
            if (e instanceof AccessDeniedException denied
                    && file.path().toString().equals(denied.getFile())) {
                setAside(file, ImportFault.NO_ACCESS);
            } else {
                // The disk or the database: the file is not to blame and is taken the next time.
                LOG.error(
                        "A file of {} in the folder of imports cannot be taken now",
                        file.kind().slug(),
                        e);
            }
            return;
        }
        try {
            // Killed before this line, or before the next note, the file is read once more: the result is the same.
            remove(file.path());
        } catch (IOException e) {
            LOG.error(
                    "A file of {} was taken but cannot be removed from the folder of imports",
                    file.kind().slug(),
                    e);
            runs.leave(run, file.written());
        }
    }

    private void setAside(FolderFile file, ImportFault fault) {
        LOG.error(
                "A file of {} in the folder of imports is not taken: {}",
                file.kind().slug(),
                fault);
        Instant left = null;
        try {
            rename(file.path());
        } catch (IOException e) {
            LOG.error("Nor can it be set aside", e);
            left = file.written();
        }
        runs.refuse(file, fault, left);
    }

    /** What was dealt with but stays where it is: only its going away is tried again, in silence, its run says why. */
    private void tidy(FolderFile file, ImportRun run) {
        try {
            if (run.fault() != null && NOTHING_TAKEN.contains(run.fault())) {
                rename(file.path());
            } else {
                remove(file.path());
            }
            runs.leave(run.id(), null);
        } catch (IOException e) {
            LOG.debug("A file of {} stays in the folder of imports", file.kind().slug(), e);
        }
    }

    InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    void remove(Path file) throws IOException {
        // Another node may have been faster.
        Files.deleteIfExists(file);
    }

    private static void rename(Path file) throws IOException {
        Files.move(file, file.resolveSibling(file.getFileName() + ".refused"), StandardCopyOption.REPLACE_EXISTING);
    }
}
