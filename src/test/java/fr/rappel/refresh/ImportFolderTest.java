package fr.rappel.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    void whatNamesOthersWaitsWhileThoseAreStillBeingWritten() throws IOException {
        file("companies.csv", SampleFiles.COMPANY, 60);
        Path growing = file("dossiers.csv", SampleFiles.DOSSIER, 1);
        Path waiting = file("documents.csv", "identifiant;numero_dossier", 60);

        collect(DataSize.ofMegabytes(1));
        assertThat(waiting).exists();
        assertThat(runs.latest(10)).extracting(ImportRun::kind).containsExactly(ImportKind.COMPANIES);

        clock.advance(Duration.ofMinutes(1));
        collect(DataSize.ofMegabytes(1));
        assertThat(growing).doesNotExist();
        assertThat(waiting).doesNotExist();
        assertThat(runs.latest(10))
                .extracting(ImportRun::kind)
                .containsExactly(ImportKind.DOCUMENTS, ImportKind.DOSSIERS, ImportKind.COMPANIES);
    }

    @Test
    void setsAFileAsideThatIsTooLarge() throws IOException {
        Path large = file("companies.csv", SampleFiles.COMPANY, 60);
        collect(DataSize.ofBytes(100));
        assertThat(large).doesNotExist();
        assertThat(folder.resolve("companies.csv.refused")).exists();
        assertThat(runs.latest(10))
                .singleElement()
                .returns("companies.csv", ImportRun::fileName)
                .returns(ImportStatus.REFUSED, ImportRun::status)
                .returns(ImportFault.TOO_LARGE, ImportRun::fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "companies.csv",
                "COMPANIES.CSV",
                "Companies_2026-03.csv",
                "companies2026.csv",
                "companies du 3 mars.Csv",
                "companies_dossiers.csv"
            })
    void takesEveryWritingOfAKind(String name) throws IOException {
        Path file = file(name, SampleFiles.COMPANY, 60);
        collect(DataSize.ofMegabytes(1));
        assertThat(file).doesNotExist();
        assertThat(runs.latest(10))
                .singleElement()
                .returns(name, ImportRun::fileName)
                .returns(ImportKind.COMPANIES, ImportRun::kind);
    }

    @Test
    void takesTheOthersWhenOneMayNotBeRead() throws IOException {
        Path closed = file("accounts.csv", "email", 60);
        Path fine = file("companies.csv", SampleFiles.COMPANY, 60);
        var picky = new ImportFolder(rules(DataSize.ofMegabytes(1)), inbox, spool, runs, clock) {
            @Override
            InputStream open(Path file) throws IOException {
                if (file.equals(closed)) {
                    throw new AccessDeniedException(file.toString());
                }
                return super.open(file);
            }
        };
        picky.collect();
        assertThat(closed).doesNotExist();
        assertThat(folder.resolve("accounts.csv.refused")).exists();
        assertThat(fine).doesNotExist();
        assertThat(runs.latest(10))
                .extracting(ImportRun::fileName, ImportRun::fault)
                .containsExactlyInAnyOrder(tuple("accounts.csv", ImportFault.NO_ACCESS), tuple("companies.csv", null));
    }

    @Test
    void takesTheOthersWhenOneCannotBeReadNow() throws IOException {
        Path broken = file("accounts.csv", "email", 60);
        Path fine = file("companies.csv", SampleFiles.COMPANY, 60);
        var tries = new AtomicInteger();
        var unlucky = new ImportFolder(rules(DataSize.ofMegabytes(1)), inbox, spool, runs, clock) {
            @Override
            InputStream open(Path file) throws IOException {
                if (file.equals(broken) && tries.getAndIncrement() == 0) {
                    throw new IOException("the disk is away");
                }
                return super.open(file);
            }
        };
        unlucky.collect();
        assertThat(broken).exists();
        assertThat(fine).doesNotExist();
        unlucky.collect();
        assertThat(broken).as("taken the next time").doesNotExist();
    }

    @Test
    void readsAFileOnceThatCannotBeRemovedWhateverRestarts() throws IOException {
        Path stuck = file("companies.csv", SampleFiles.COMPANY, 60);
        collectWithoutRemoving();
        collectWithoutRemoving();
        runner.runWaiting();
        collectWithoutRemoving();
        assertThat(stuck).exists();
        assertThat(runs.latest(10))
                .singleElement()
                .returns(ImportStatus.DONE, ImportRun::status)
                .returns(null, ImportRun::fault)
                .returns(1L, ImportRun::rowsStored)
                .returns(clock.instant().minusSeconds(60), ImportRun::leftUnchangedSince);

        file("companies.csv", SampleFiles.COMPANY, 30);
        collectWithoutRemoving();
        assertThat(runs.latest(10)).as("somebody wrote to it").hasSize(2);
        file("companies.csv", SampleFiles.COMPANY + '\n', 30);
        collectWithoutRemoving();
        assertThat(runs.latest(10)).as("a longer one of the same moment").hasSize(3);
        file("companies-2.csv", SampleFiles.COMPANY + '\n', 30);
        collectWithoutRemoving();
        collectWithoutRemoving();
        assertThat(runs.latest(10)).as("another one").hasSize(4);
    }

    @Test
    void removesAFileLaterThatCouldNotBeRemoved() throws IOException {
        Path stuck = file("companies.csv", SampleFiles.COMPANY, 60);
        collectWithoutRemoving();
        collect(DataSize.ofMegabytes(1));
        assertThat(stuck).doesNotExist();
        assertThat(runs.latest(10)).singleElement().returns(null, ImportRun::leftUnchangedSince);
    }

    @Test
    void refusesAFileOnceThatCannotBeSetAside() throws IOException {
        Path large = file("companies.csv", SampleFiles.COMPANY, 60);
        Path inTheWay =
                Files.createDirectories(folder.resolve("companies.csv.refused").resolve("in the way"));
        collect(DataSize.ofBytes(100));
        collect(DataSize.ofBytes(100));
        assertThat(large).exists();
        assertThat(runs.latest(10))
                .singleElement()
                .returns(ImportFault.TOO_LARGE, ImportRun::fault)
                .returns(clock.instant().minusSeconds(60), ImportRun::leftUnchangedSince);
        Files.delete(inTheWay);
        collect(DataSize.ofBytes(100));
        assertThat(large).doesNotExist();
        assertThat(folder.resolve("companies.csv.refused")).isRegularFile();
        assertThat(runs.latest(10)).singleElement().returns(null, ImportRun::leftUnchangedSince);
    }

    /** By a process that was just started, in a folder that it may read and nothing else. */
    private void collectWithoutRemoving() {
        new ImportFolder(rules(DataSize.ofMegabytes(1)), inbox, spool, runs, clock) {
            @Override
            void remove(Path file) throws IOException {
                throw new AccessDeniedException(file.toString());
            }
        }.collect();
    }

    private void collect(DataSize most) {
        var rules = rules(most);
        var own = new ImportSpool(folder.resolve("data"), rules);
        var taken = most.toBytes() > 1000 ? inbox : new ImportInbox(own, runs);
        new ImportFolder(rules, taken, spool, runs, clock).collect();
    }

    private ImportProperties rules(DataSize most) {
        return new ImportProperties(folder, Duration.ofSeconds(10), most, 100, Duration.ofMinutes(1));
    }

    private Path file(String name, String text, int secondsOld) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(secondsOld)));
    }
}
