package fr.rappel.refresh;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs in the database: who may go on with which, how far it is. */
@Component
class ImportRuns {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ImportProperties rules;
    private final Clock clock;

    ImportRuns(JdbcClient jdbc, JdbcTemplate batches, ImportProperties rules, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rules = rules;
        this.clock = clock;
    }

    long create(ImportKind kind, ImportSource source, String fileName, Spooled file, @Nullable String startedBy) {
        long id = jdbc.sql("select nextval('dossier_import_run_seq')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into dossier_import_run (id, kind, source, file_name, spool, size_bytes, charset, status,
                            next_byte, next_line, rows_read, rows_stored, rows_refused, started_by, received_at)
                        values (:id, :kind, :source, :fileName, :spool, :size, :charset, 'WAITING', 0, 0, 0, 0, 0,
                            :startedBy, :now)""")
                .param("id", id)
                .param("kind", kind.name())
                .param("source", source.name())
                .param("fileName", fileName)
                .param("spool", file.key())
                .param("size", file.size())
                .param("charset", file.charset().name())
                .param("startedBy", startedBy)
                .param("now", now())
                .update();
        return id;
    }

    /** Notes a file of the watched folder of which nothing is kept, and why. */
    void refuse(FolderFile file, ImportFault fault, @Nullable Instant leftUnchangedSince) {
        jdbc.sql("""
                        insert into dossier_import_run (id, kind, source, file_name, size_bytes, charset, status, fault,
                            left_unchanged_since, next_byte, next_line, rows_read, rows_stored, rows_refused,
                            received_at, finished_at)
                        values (nextval('dossier_import_run_seq'), :kind, 'FOLDER', :fileName, :size, 'UTF-8', 'REFUSED',
                            :fault, :left, 0, 0, 0, 0, 0, :now, :now)""")
                .param("kind", file.kind().name())
                .param("fileName", ImportInbox.shown(file.name()))
                .param("size", file.size())
                .param("fault", fault.name())
                .param("left", at(leftUnchangedSince), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", now())
                .update();
    }

    /** Notes that the file of that run still lies in the watched folder, unchanged since then; null if it does no more. */
    void leave(long id, @Nullable Instant unchangedSince) {
        jdbc.sql("update dossier_import_run set left_unchanged_since = :left where id = :id")
                .param("left", at(unchangedSince), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    /** The run of that file, if it was left in the watched folder and nobody has written to it since. */
    Optional<ImportRun> left(FolderFile file) {
        return jdbc.sql("""
                        select * from dossier_import_run
                         where left_unchanged_since = :written and size_bytes = :size and file_name = :fileName
                           and kind = :kind and source = 'FOLDER' order by id desc limit 1""")
                .param("written", at(file.written()))
                .param("size", file.size())
                .param("fileName", ImportInbox.shown(file.name()))
                .param("kind", file.kind().name())
                .query(ImportRun.class)
                .optional();
    }

    Optional<ImportRun> find(long id) {
        return jdbc.sql("select * from dossier_import_run where id = :id")
                .param("id", id)
                .query(ImportRun.class)
                .optional();
    }

    List<ImportRun> latest(int most) {
        return jdbc.sql("select * from dossier_import_run order by id desc limit :most")
                .param("most", most)
                .query(ImportRun.class)
                .list();
    }

    /** The run of a process that gave no sign for too long, else the next that waits; none while one is running. */
    Optional<ImportClaim> claimNext() {
        String token = UUID.randomUUID().toString();
        return takeOver(token).or(() -> start(token));
    }

    /** Notes how far the run is, in the transaction that stores its rows. */
    void advance(ImportClaim claim, CsvLine last, int read, int stored, int refused) {
        update(
                claim,
                jdbc.sql("""
                        update dossier_import_run
                           set next_byte = :nextByte, next_line = :nextLine, touched_at = :now,
                               rows_read = rows_read + :read, rows_stored = rows_stored + :stored,
                               rows_refused = rows_refused + :refused
                         where id = :id and claim = :token""")
                        .param("nextByte", last.end())
                        .param("nextLine", last.lastNumber())
                        .param("read", read)
                        .param("stored", stored)
                        .param("refused", refused));
    }

    void end(ImportClaim claim, ImportStatus status, @Nullable ImportFault fault, @Nullable String detail) {
        update(
                claim,
                jdbc.sql("""
                        update dossier_import_run
                           set status = :status, fault = :fault, fault_detail = :detail, finished_at = :now,
                               touched_at = :now, spool = null, running_slot = null, claim = null
                         where id = :id and claim = :token""")
                        .param("status", status.name())
                        .param("fault", fault == null ? null : fault.name())
                        .param("detail", detail));
    }

    void refuse(ImportClaim claim, List<LineRefusal> refusals) {
        batches.batchUpdate(
                "insert into dossier_import_refusal (run_id, line, field, reason, line_key) values (?, ?, ?, ?, ?)",
                refusals.stream()
                        .map(refusal -> new Object[] {
                            claim.id(),
                            refusal.line(),
                            refusal.field(),
                            refusal.reason().name(),
                            refusal.lineKey()
                        })
                        .toList());
    }

    /** The refused lines after that one, in their order. */
    List<LineRefusal> refusals(long run, long afterLine, String afterField, int most) {
        return jdbc.sql("""
                        select line, field, reason, line_key from dossier_import_refusal
                         where run_id = :run and (line > :line or line = :line and field > :field)
                         order by line, field limit :most""")
                .param("run", run)
                .param("line", afterLine)
                .param("field", afterField)
                .param("most", most)
                .query(LineRefusal.class)
                .list();
    }

    /** Received files that a run still needs. */
    Set<String> neededFiles() {
        return new HashSet<>(jdbc.sql("select spool from dossier_import_run where spool is not null")
                .query(String.class)
                .list());
    }

    private Optional<ImportClaim> takeOver(String token) {
        int taken = jdbc.sql("""
                        update dossier_import_run set claim = :token, touched_at = :now
                         where status = 'RUNNING' and touched_at < :limit""")
                .param("token", token)
                .param("now", now())
                .param("limit", at(clock.instant().minus(rules.lease())))
                .update();
        return taken == 0 ? Optional.empty() : claimed(token);
    }

    private Optional<ImportClaim> start(String token) {
        Optional<ImportRun> next = jdbc
                .sql("select * from dossier_import_run where status = 'WAITING' order by id")
                .query(ImportRun.class)
                .list()
                .stream()
                .min(Comparator.comparing(ImportRun::kind).thenComparing(ImportRun::id));
        try {
            return next.flatMap(run -> jdbc.sql("""
                                    update dossier_import_run
                                       set status = 'RUNNING', running_slot = 1, claim = :token, started_at = :now,
                                           touched_at = :now
                                     where id = :id and status = 'WAITING'
                                       and not exists (select 1 from dossier_import_run where status = 'RUNNING')""")
                                    .param("id", run.id())
                                    .param("token", token)
                                    .param("now", now())
                                    .update()
                            == 0
                    ? Optional.empty()
                    : claimed(token));
        } catch (DataIntegrityViolationException e) {
            // Another process started one at this very moment.
            return Optional.empty();
        }
    }

    private Optional<ImportClaim> claimed(String token) {
        return jdbc.sql("""
                        select id, kind, spool, charset, next_byte, next_line, rows_refused, claim as token
                          from dossier_import_run where claim = :token""").param("token", token).query(ImportClaim.class).optional();
    }

    private void update(ImportClaim claim, JdbcClient.StatementSpec statement) {
        int updated = statement
                .param("id", claim.id())
                .param("token", claim.token())
                .param("now", now())
                .update();
        if (updated == 0) {
            throw new ClaimLost();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
