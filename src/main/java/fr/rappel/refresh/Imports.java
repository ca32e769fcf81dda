package fr.rappel.refresh;

import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.JobCalls;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** Refreshing the copy from files: send one, follow it, read what was refused. */
@Service
@RolesAllowed(Roles.ADMIN)
public class Imports {

    private static final int MOST_RUNS = 50;

    private final ImportInbox inbox;
    private final ImportRuns runs;
    private final ImportReport report;
    private final JobCalls jobs;
    private final CurrentUser user;

    Imports(ImportInbox inbox, ImportRuns runs, ImportReport report, JobCalls jobs, CurrentUser user) {
        this.inbox = inbox;
        this.runs = runs;
        this.report = report;
        this.jobs = jobs;
        this.user = user;
    }

    /**
     * Receives a file to its end; it is read in the background, after those before it.
     *
     * @param fileName as its sender calls it
     * @throws ImportTooLarge if it exceeds the limit of this installation; nothing of it is kept
     * @throws UncheckedIOException if it ends early or cannot be kept
     */
    public ImportRun receive(ImportKind kind, ImportSource source, String fileName, InputStream in) {
        try {
            long id = inbox.receive(kind, source, fileName, in, user.username());
            jobs.soon(ImportJob.NAME);
            return run(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One run.
     *
     * @throws ImportNotFound if there is none of that number
     */
    public ImportRun run(long id) {
        return runs.find(id).orElseThrow(ImportNotFound::new);
    }

    /** The newest runs first. */
    public List<ImportRun> latest() {
        return runs.latest(MOST_RUNS);
    }

    /**
     * Writes the refused lines of a run as a CSV file that spreadsheets open without harm.
     *
     * @param locale language of the reasons
     * @throws ImportNotFound if there is none of that number
     * @throws UncheckedIOException if it cannot be written
     */
    public void writeReport(long id, Locale locale, OutputStream out) {
        try {
            report.write(run(id), locale, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
