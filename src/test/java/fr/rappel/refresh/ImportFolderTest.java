package fr.rappel.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

@DatabaseTest
class ImportFolderTest {

    @TempDir
    Path folder;

    @Autowired
    private ImportInbox inbox;

    @Autowired
    private ImportSpool spool;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private ImportRuns runs;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void emptyCopy() {
        new CopyTables(jdbc).clear();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    @Test
    void takesFilesOfAKnownKindOnceNobodyWritesToThem() throws IOException {
        Path settled = file("companies-2026-03-03.csv", SampleFiles.COMPANY, 60);
        Path growing = file("dossiers.csv", SampleFiles.DOSSIER, 1);
        Path other = file("companiesold.csv", SampleFiles.COMPANY, 60);
        Path secret = Files.writeString(folder.resolve("secret.txt"), SampleFiles.COMPANY);
        Path link = Files.createSymbolicLink(folder.resolve("companies-link.csv"), secret);

        collect(DataSize.ofMegabytes(1));

        assertThat(settled).doesNotExist();
        assertThat(growing).exists();
        assertThat(other).exists();
        assertThat(link).exists();
        runner.runWaiting();
        assertThat(runs.latest(10))
                .singleElement()
                .returns(ImportSource.FOLDER, ImportRun::source)
                .returns("companies-2026-03-03.csv", ImportRun::fileName)
                .returns(1L, ImportRun::rowsStored)
                .returns(ImportStatus.DONE, ImportRun::status);
        assertThat(runs.neededFiles()).isEmpty();
    }

    @Test
    void setsAFileAsideThatIsTooLarge() throws IOException {
        Path large = file("companies.csv", SampleFiles.COMPANY, 60);
        collect(DataSize.ofBytes(100));
        assertThat(large).doesNotExist();
        assertThat(folder.resolve("companies.csv.refused")).exists();
        assertThat(runs.latest(10)).isEmpty();
    }

    private void collect(DataSize most) {
        var rules = new ImportProperties(folder, Duration.ofSeconds(10), most, 100, Duration.ofMinutes(1));
        var own = new ImportSpool(folder.resolve("data"), rules);
        var taken = most.toBytes() > 1000 ? inbox : new ImportInbox(own, runs);
        new ImportFolder(rules, taken, spool, runs, clock).collect();
    }

    private Path file(String name, String text, int secondsOld) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(secondsOld)));
    }
}
