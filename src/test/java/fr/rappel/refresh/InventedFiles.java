package fr.rappel.refresh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** For bin/bench: writes the seven files of an invented information system into a folder. */
final class InventedFiles {

    private InventedFiles() {}

    /** Arguments: folder, count of dossiers. */
    public static void main(String[] arguments) throws IOException {
        var copy = new InventedCopy(Integer.parseInt(arguments[1]), LocalDate.of(2026, 3, 3));
        for (ImportKind kind : ImportKind.values()) {
            Path file = Path.of(arguments[0], kind.slug() + ".csv");
            try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                copy.write(kind, out);
            }
        }
    }
}
