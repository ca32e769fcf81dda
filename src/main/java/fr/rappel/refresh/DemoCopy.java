package fr.rappel.refresh;

import fr.rappel.files.FileStore;
import fr.rappel.shared.DemoProfile;
import fr.rappel.shared.JobCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Invented dossiers for the demo profile ({@code rappel.demo.dossiers}), once, by the way every file comes in: the dossiers three times,
 * as they were sent, as they were decided and as they are today, so that they have a history. Papers are written in the background first.
 */
@Component
class DemoCopy implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCopy.class);
    private static final int FILES = 9;

    private final DemoProfile demo;
    private final ImportRuns runs;
    private final ImportInbox inbox;
    private final JobCalls jobs;
    private final FileStore files;
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;
    private final int dossiers;

    DemoCopy(
            DemoProfile demo,
            ImportRuns runs,
            ImportInbox inbox,
            JobCalls jobs,
            FileStore files,
            MessageSource messages,
            Clock clock,
            @Value("${rappel.zone}") ZoneId zone,
            @Value("${rappel.demo.dossiers:300}") int dossiers) {
        this.demo = demo;
        this.runs = runs;
        this.inbox = inbox;
        this.jobs = jobs;
        this.files = files;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
        this.dossiers = dossiers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<ImportRun> begun = runs.latest(FILES + 1);
        boolean demonstrated = begun.stream().allMatch(run -> run.source() == ImportSource.DEMO);
        if (demo.isActive() && demonstrated && begun.size() < FILES) {
            Thread.ofVirtual().name("demo-dossiers").start(() -> load(begun.size()));
        }
    }

    /**
     * @param sent how many files came in before the application was ended
     */
    void load(int sent) {
        InventedCopy copy = new InventedCopy(dossiers, LocalDate.ofInstant(clock.instant(), zone));
        try {
            for (int i = 0; i < copy.dossiers(); i++) {
                InventedDossier dossier = copy.dossier(i);
                for (InventedDocument document : dossier.documents()) {
                    String title = messages.getMessage(document.kind().messageKey(), null, Locale.FRENCH);
                    files.put(document.storageKey(), InventedPaper.of(dossier, document, title));
                }
            }
            for (Part part : parts(copy).subList(sent, FILES)) {
                send(part.copy(), part.kind());
            }
            jobs.soon(ImportJob.NAME);
        } catch (IOException | RuntimeException e) {
            LOG.error("The dossiers of the demonstration are not complete", e);
        }
    }

    private static List<Part> parts(InventedCopy copy) {
        return List.of(
                new Part(copy, ImportKind.COMPANIES),
                new Part(copy, ImportKind.ACCOUNTS),
                new Part(copy, ImportKind.RATTACHEMENTS),
                new Part(copy.asSent(), ImportKind.DOSSIERS),
                new Part(copy.asDecided(), ImportKind.DOSSIERS),
                new Part(copy, ImportKind.DOSSIERS),
                new Part(copy, ImportKind.DOCUMENTS),
                new Part(copy, ImportKind.INVOICES),
                new Part(copy, ImportKind.PAYMENTS));
    }

    private void send(InventedCopy copy, ImportKind kind) throws IOException {
        Path file = Files.createTempFile("rappel-demo", ".csv");
        try {
            try (Writer writer = Files.newBufferedWriter(file)) {
                copy.write(kind, writer);
            }
            try (InputStream sent = Files.newInputStream(file)) {
                inbox.receive(kind, ImportSource.DEMO, kind.slug() + ".csv", sent, null);
            }
        } finally {
            Files.delete(file);
        }
    }

    private record Part(InventedCopy copy, ImportKind kind) {}
}
