package fr.rappel.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A valid file of hundreds of megabytes in a heap of a few. With {@code -Drappel.test.import-megabytes=10000} it is the ten
 * gigabytes of a whole information system.
 */
class WideImportTest {

    private static final int MEGABYTES = Integer.getInteger("rappel.test.import-megabytes", 400);

    @TempDir
    Path folder;

    @Test
    void readsAStreamOfAnyLengthInBoundedMemory() throws Exception {
        String url = TestDatabase.lasting(folder);
        ImportProcess.migrate(url);
        Process process = ImportProcess.start(
                List.of("-Xmx48m", "-XX:+UseSerialGC"),
                WideImport.class,
                url,
                TestDatabase.user(),
                folder.toString(),
                String.valueOf(MEGABYTES));
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            String all = String.join("\n", said.lines().toList());
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(all).isZero();
            assertThat(all).containsPattern("DONE \\d{9,} bytes, (\\d+) of \\1 rows, heap at most");
        }
    }
}
