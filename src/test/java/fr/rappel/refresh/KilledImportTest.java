package fr.rappel.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the middle of a batch, again and again, while files that belong to each other are read: once all is
 * read, nothing tells that copy from one that nobody disturbed.
 */
@Tag("database")
class KilledImportTest {

    private static final int DOSSIERS = 3_000;

    @TempDir
    Path folder;

    private String url = "";

    @Test
    void whereverItIsKilledTheResultIsTheSame() throws Exception {
        prepare("undisturbed");
        assertThat(run("undisturbed", "").waitFor()).isZero();
        Outcome undisturbed = outcome("undisturbed");
        assertThat(undisturbed.copy().get("dossier_status_change"))
                .as("two files of the same dossiers are a history")
                .hasSizeGreaterThan(DOSSIERS + DOSSIERS / 2);
        assertThat(undisturbed.refusals()).hasSizeGreaterThan(8);

        prepare("killed");
        for (String middle : List.of("dossier_rattachement 1", "dossier_dossier 4", "dossier_document 3")) {
            Process process = run("killed", middle);
            assertThat(process.inputReader().readLine()).isEqualTo(ImportProcess.STORED_NOT_COMMITTED);
            process.destroyForcibly();
            assertThat(process.waitFor()).as("ended by a signal").isGreaterThan(128);
        }
        assertThat(run("killed", "").waitFor()).isZero();
        Outcome killed = outcome("killed");
        assertThat(killed.runs()).isEqualTo(undisturbed.runs());
        assertThat(killed.refusals()).isEqualTo(undisturbed.refusals());
        killed.copy()
                .forEach((table, rows) -> assertThat(rows)
                        .as(table)
                        .isNotEmpty()
                        .isEqualTo(undisturbed.copy().get(table)));
    }

    /** An empty database, and all files in the watched folder. */
    private void prepare(String name) throws IOException {
        writeFiles(Files.createDirectories(watched(name)));
        url = TestDatabase.lasting(folder.resolve(name));
        ImportProcess.migrate(url);
    }

    private Process run(String name, String stopAt) throws IOException {
        return ImportProcess.start(
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                ImportProcess.class,
                url,
                TestDatabase.user(),
                folder.resolve(name).resolve("data").toString(),
                watched(name).toString(),
                stopAt);
    }

    private Outcome outcome(String name) {
        try (var process = new ImportProcess(url, TestDatabase.user(), folder, watched(name), "")) {
            return Outcome.of(process);
        }
    }

    private Path watched(String name) {
        return folder.resolve(name).resolve("watched");
    }

    /** Each with a line that is none and its first one once more. */
    private static void writeFiles(Path watched) throws IOException {
        var copy = new InventedCopy(DOSSIERS, LocalDate.of(2026, 3, 3));
        for (ImportKind kind : ImportKind.values()) {
            write(copy, kind, watched.resolve(kind.slug() + "-2.csv"));
        }
        write(copy.asSent(), ImportKind.DOSSIERS, watched.resolve(ImportKind.DOSSIERS.slug() + "-1.csv"));
    }

    private static void write(InventedCopy copy, ImportKind kind, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            copy.write(kind, out);
        }
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, "none\n" + lines.get(1) + '\n', StandardOpenOption.APPEND);
    }

    private record Outcome(Map<String, List<String>> copy, List<String> runs, List<String> refusals) {

        static Outcome of(ImportProcess process) {
            return new Outcome(
                    new CopyTables(process.jdbc).contents(),
                    process.jdbc.sql("""
                                    select kind || ' ' || file_name || ' ' || status || ' ' || rows_read || ' '
                                           || rows_stored || ' ' || rows_refused
                                      from dossier_import_run order by id""").query(String.class).list(),
                    process.jdbc.sql("""
                                    select r.file_name || ' ' || l.line || ' ' || l.field || ' ' || l.reason || ' '
                                           || l.line_key
                                      from dossier_import_refusal l join dossier_import_run r on r.id = l.run_id
                                     order by r.id, l.line, l.field""").query(String.class).list());
        }
    }
}
