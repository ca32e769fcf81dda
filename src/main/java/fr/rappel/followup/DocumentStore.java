package fr.rappel.followup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the contents of visitors' documents are: files of one folder under names drawn at random. */
@Component
class DocumentStore {

    private final Path folder;

    DocumentStore(FollowUpProperties properties, @Value("${rappel.data}") Path data) {
        Path set = properties.folder();
        this.folder = set == null ? data.resolve("visitor-documents") : set;
    }

    /**
     * Keeps contents.
     *
     * @return their key
     */
    String put(InputStream contents) throws IOException {
        Files.createDirectories(folder);
        String key = UUID.randomUUID().toString();
        Path part = folder.resolve("." + key);
        try {
            Files.copy(contents, part);
            Files.move(part, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return key;
    }

    /**
     * Opens contents.
     *
     * @throws java.nio.file.NoSuchFileException if there is nothing of that key
     */
    InputStream open(String key) throws IOException {
        return Files.newInputStream(file(key));
    }

    void delete(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    /** Deletes what was put before that moment and is not known: left over by a process that was killed. */
    void deleteUnknown(Instant before, Predicate<String> isKnown) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
                if (old && !isKnown.test(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(String key) {
        return folder.resolve(UUID.fromString(key).toString());
    }
}
