package fr.rappel.statistics;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The written files, in the folder {@code exports} of the data folder. A file is there completely or not at all. */
@Component
class ExportFiles {

    private static final String PART = ".part";

    private final Path folder;

    ExportFiles(@Value("${rappel.data}") Path data) {
        folder = data.resolve("exports");
    }

    /** Writes a file; returns its size in bytes. */
    long write(Export export, String token, Contents contents) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(export.id() + "-" + token + PART);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                contents.writeTo(out);
            }
            Files.move(part, path(export), StandardCopyOption.ATOMIC_MOVE);
            return Files.size(path(export));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * A written file, to be closed by whoever reads it.
     *
     * @throws ExportGone if it is not there
     */
    InputStream open(Export export) throws IOException {
        try {
            return Files.newInputStream(path(export));
        } catch (NoSuchFileException e) {
            throw new ExportGone();
        }
    }

    /** Removes a file, and what a process that was killed had written of it. */
    void delete(Export export) throws IOException {
        Files.deleteIfExists(path(export));
        if (Files.exists(folder)) {
            try (var parts = Files.newDirectoryStream(folder, export.id() + "-*" + PART)) {
                for (Path part : parts) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private Path path(Export export) {
        return folder.resolve(export.id() + "." + export.format().ending());
    }

    /** What goes into a file. */
    interface Contents {

        void writeTo(OutputStream out) throws IOException;
    }
}
