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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes files from the watched folder: those whose name begins with a kind ({@code dossiers_2026-03-01.csv}, in any case)
 * and that nobody has written to for a while. A file that was taken is removed; one that cannot be taken gets another
 * ending and stands among the imports with its reason. Whatever is wrong with one, the others are taken.
 */
@Component
class ImportFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFolder.class);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final String ENDING = ".csv";

    private final ImportProperties rules;
    private final ImportInbox inbox;
    private final ImportSpool spool;
    private final ImportRuns runs;
    private final Clock clock;

    /** Files that stay where they are though they should not, and when they were last written to: not taken again. */
    private final Map<Path, Long> left = new ConcurrentHashMap<>();

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

    private List<Path> settled(Path folder) throws IOException {
        long limit = clock.instant().minus(rules.settle()).toEpochMilli();
        left.keySet().removeIf(file -> Files.notExists(file, LinkOption.NOFOLLOW_LINKS));
        try (var files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> kind(file).isPresent())
                    .filter(file -> file.toFile().lastModified() <= limit)
                    .filter(file ->
                            !Objects.equals(left.get(file), file.toFile().lastModified()))
                    .sorted()
                    .toList();
        }
    }

    private void take(Path file) {
        ImportKind kind = kind(file).orElseThrow();
        String name = file.getFileName().toString();
        try (InputStream in = open(file)) {
            inbox.receive(kind, ImportSource.FOLDER, name, in, null);
        } catch (ImportTooLarge e) {
            setAside(file, kind, ImportFault.TOO_LARGE);
            return;
        } catch (IOException | RuntimeException e) {
            if (e instanceof AccessDeniedException denied && file.toString().equals(denied.getFile())) {
                setAside(file, kind, ImportFault.NO_ACCESS);
            } else {
                // The disk or the database: the file is not to blame and is taken the next time.
                LOG.error("A file of {} in the folder of imports cannot be taken now", kind.slug(), e);
            }
            return;
        }
        try {
            // Killed before this line, the file is read once more: the result is the same.
            remove(file);
        } catch (IOException e) {
            LOG.error("A file of {} was taken but cannot be removed from the folder of imports", kind.slug(), e);
            leave(file);
            runs.refuse(kind, name, ImportFault.NOT_REMOVED);
        }
    }

    private void setAside(Path file, ImportKind kind, ImportFault fault) {
        LOG.error("A file of {} in the folder of imports is not taken: {}", kind.slug(), fault);
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".refused");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.error("Nor can it be set aside", e);
            leave(file);
        }
        runs.refuse(kind, file.getFileName().toString(), fault);
    }

    private void leave(Path file) {
        left.put(file, file.toFile().lastModified());
    }

    InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    void remove(Path file) throws IOException {
        // Another node may have been faster.
        Files.deleteIfExists(file);
    }

    /** The kind with which the name begins, as a word of its own. */
    private static Optional<ImportKind> kind(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(ImportKind.values())
                .filter(kind -> name.startsWith(kind.slug()) && name.endsWith(ENDING))
                .filter(kind -> !Character.isLetter(name.codePointAt(kind.slug().length())))
                .findFirst();
    }
}
