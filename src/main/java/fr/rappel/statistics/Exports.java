package fr.rappel.statistics;

import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.JobCalls;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Files of figures and of the rows behind them, written in the background. Who asked and who took is kept for good. */
@Service
@RolesAllowed(Roles.SUPERVISOR)
public class Exports {

    /** How long a written file can be taken. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** How many of them are told at once. */
    static final int PAGE_SIZE = 50;

    private final ExportLog exports;
    private final ExportFiles files;
    private final JobCalls jobs;
    private final CurrentUser currentUser;
    private final Clock clock;

    Exports(ExportLog exports, ExportFiles files, JobCalls jobs, CurrentUser currentUser, Clock clock) {
        this.exports = exports;
        this.files = files;
        this.jobs = jobs;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Has a file written.
     *
     * @param query what {@link ExportContents#ROWS} holds; of a breakdown, its period and dimension
     * @param comparison what the figures of a breakdown or of the days are compared with
     * @return its number
     * @throws IllegalArgumentException if that format does not hold such contents
     */
    public long request(
            ExportContents contents, ExportFormat format, RowQuery query, Comparison comparison, Locale language) {
        if (!format.holds(contents)) {
            throw new IllegalArgumentException(format + " holds no " + contents);
        }
        long id = exports.add(currentUser.username(), contents, format, query, comparison, language);
        jobs.soon(ExportJob.NAME);
        return id;
    }

    /**
     * Has the same file written anew, for whoever asks now: after a failure, or once it is gone.
     *
     * @return its own number
     * @throws ExportGone if nobody ever asked for it
     */
    public long requestAgain(long id) {
        Export export = exports.find(id).orElseThrow(ExportGone::new);
        return request(export.contents(), export.format(), export.query(), export.comparison(), export.language());
    }

    /**
     * Those of everybody, newest first.
     *
     * @param from where the page begins; null for the first one
     */
    public ExportPage page(@Nullable Long from) {
        List<Export> found = exports.latest(from == null ? Long.MAX_VALUE : from, PAGE_SIZE + 1);
        return found.size() <= PAGE_SIZE
                ? new ExportPage(found, null)
                : new ExportPage(found.subList(0, PAGE_SIZE), found.getLast().id());
    }

    /**
     * Opens a written file for whoever takes it, which is kept. It is theirs to close.
     *
     * @throws ExportGone if it is not written, or no longer there
     */
    public InputStream take(long id) throws IOException {
        Export export = exports.findWritten(id, clock.instant().minus(KEPT)).orElseThrow(ExportGone::new);
        InputStream file = files.open(export);
        exports.taken(id, currentUser.username());
        return file;
    }
}
