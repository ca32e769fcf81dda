package fr.rappel.refresh;

import fr.rappel.files.FileStore;
import fr.rappel.shared.DemoProfile;
import fr.rappel.shared.JobCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A few hundred invented dossiers for the demo profile, once, by the way every file comes in: the dossiers twice, as they
 * were sent and as they are today, so that they have a history. Papers are written in the background first.
 */
@Component
class DemoCopy implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCopy.class);
    private static final int DOSSIERS = 300;

    private final DemoProfile demo;
    private final ImportRuns runs;
    private final ImportInbox inbox;
    private final JobCalls jobs;
    private final FileStore files;
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;

    DemoCopy(
            DemoProfile demo,
            ImportRuns runs,
            ImportInbox inbox,
            JobCalls jobs,
            FileStore files,
            MessageSource messages,
            Clock clock,
            @Value("${rappel.zone}") ZoneId zone) {
        this.demo = demo;
        this.runs = runs;
        this.inbox = inbox;
        this.jobs = jobs;
        this.files = files;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demo.isActive() && runs.latest(1).isEmpty()) {
            Thread.ofVirtual().name("demo-dossiers").start(this::load);
        }
    }

    void load() {
        InventedCopy copy = new InventedCopy(DOSSIERS, LocalDate.ofInstant(clock.instant(), zone));
        try {
            for (int i = 0; i < copy.dossiers(); i++) {
                InventedDossier dossier = copy.dossier(i);
                for (InventedDocument document : dossier.documents()) {
                    String title = messages.getMessage(document.kind().messageKey(), null, Locale.FRENCH);
                    files.put(document.storageKey(), InventedPaper.of(dossier, document, title));
                }
            }
            send(copy, ImportKind.COMPANIES);
            send(copy, ImportKind.ACCOUNTS);
            send(copy, ImportKind.RATTACHEMENTS);
            send(copy.asSent(), ImportKind.DOSSIERS);
            send(copy, ImportKind.DOSSIERS);
            send(copy, ImportKind.DOCUMENTS);
            send(copy, ImportKind.INVOICES);
            send(copy, ImportKind.PAYMENTS);
            jobs.soon(ImportJob.NAME);
        } catch (IOException | RuntimeException e) {
            LOG.error("The dossiers of the demonstration are not complete", e);
        }
    }

    private void send(InventedCopy copy, ImportKind kind) throws IOException {
        StringBuilder file = new StringBuilder();
        copy.write(kind, file);
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        inbox.receive(kind, ImportSource.DEMO, kind.slug() + ".csv", new ByteArrayInputStream(bytes), null);
    }
}
