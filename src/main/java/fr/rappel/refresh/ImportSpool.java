package fr.rappel.refresh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps received files on disk until they have been read, in the folder {@code imports} of the data folder, so that a
 * restarted process has them. A file is there completely or not at all.
 */
@Component
class ImportSpool {

    private static final int CHUNK = 64 * 1024;

    private final Path folder;
    private final ImportProperties limits;

    ImportSpool(@Value("${rappel.data}") Path data, ImportProperties limits) {
        this.folder = data.resolve("imports");
        this.limits = limits;
    }

    /**
     * Stores a stream to its end.
     *
     * @throws ImportTooLarge once it exceeds the limit
     */
    Spooled receive(InputStream in) throws IOException {
        String key = UUID.randomUUID() + ".csv";
        Files.createDirectories(folder);
        Path part = folder.resolve(key + ".part");
        var encoding = new TextEncoding();
        try {
            long size = copy(in, part, encoding);
            Files.move(part, path(key));
            return new Spooled(key, size, encoding.charset());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    Path path(String key) {
        return folder.resolve(key);
    }

    void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    /** Removes what no run needs any more and nobody is writing. */
    void sweep(Set<String> needed, Instant untouchedSince) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!needed.contains(file.getFileName().toString())
                        && Files.getLastModifiedTime(file).toInstant().isBefore(untouchedSince)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private long copy(InputStream in, Path target, TextEncoding encoding) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (var channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
            for (int length; (length = in.read(chunk)) >= 0; ) {
                size += length;
                if (size > limits.maxSize().toBytes()) {
                    throw new ImportTooLarge(limits.maxSize());
                }
                encoding.add(chunk, length);
                out.write(chunk, 0, length);
            }
            channel.force(true);
        }
        return size;
    }
}
