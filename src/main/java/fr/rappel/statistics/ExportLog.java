package fr.rappel.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for which file, how far it is, and who took it. Its rows are never removed. */
@Component
class ExportLog {

    /** A process that has not been heard of for so long is gone, and another one begins again; so is what was put off. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Nobody writes it: it was never begun, or not heard of for the lease. */
    private static final String FREE =
            "status in ('WAITING', 'RUNNING') and (touched_at is null or touched_at < :stale)";

    private final JdbcClient jdbc;
    private final Clock clock;

    ExportLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(
            String user,
            ExportContents contents,
            ExportFormat format,
            RowQuery query,
            Comparison comparison,
            Locale language) {
        long id = jdbc.sql("select nextval('statistics_export_seq')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into statistics_export (id, requested_by, requested_at, contents, format, language, from_day,
                            to_day, measure, dimension, item, comparison, status, rows_expected, rows_written, size_bytes)
                        values (:id, :user, :now, :contents, :format, :language, :from, :to, :measure, :dimension, :item,
                            :comparison, 'WAITING', 0, 0, 0)""")
                .param("id", id)
                .param("user", user)
                .param("now", now())
                .param("contents", contents.name())
                .param("format", format.name())
                .param("language", language.getLanguage().equals("en") ? "en" : "fr")
                .param("from", query.period().from())
                .param("to", query.period().to())
                .param("measure", query.measure().name())
                .param("dimension", query.by().name())
                .param("item", query.item())
                .param("comparison", comparison.name())
                .update();
        return id;
    }

    Optional<Export> find(long id) {
        return jdbc.sql("select * from statistics_export where id = :id")
                .param("id", id)
                .query(ExportLog::export)
                .optional();
    }

    /** One whose file was written, not before that moment. */
    Optional<Export> findWritten(long id, Instant since) {
        return jdbc.sql("select * from statistics_export where id = :id and status = 'DONE' and finished_at >= :since")
                .param("id", id)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(ExportLog::export)
                .optional();
    }

    /** The newest ones whose number is not above another. */
    List<Export> latest(long from, int limit) {
        return jdbc.sql("select * from statistics_export where id <= :from order by id desc limit :limit")
                .param("from", from)
                .param("limit", limit)
                .query(ExportLog::export)
                .list();
    }

    /** Gives the next export that nobody writes to the process of that token. */
    Optional<Export> claimNext(String token) {
        int claimed = jdbc.sql("""
                        update statistics_export
                           set status = 'RUNNING', claim = :token, touched_at = :now, rows_written = 0
                         where id = (select min(id) from statistics_export where %1$s) and %1$s""".formatted(FREE))
                .param("token", token)
                .param("now", now())
                .param("stale", clock.instant().minus(LEASE).atOffset(ZoneOffset.UTC))
                .update();
        return claimed == 0
                ? Optional.empty()
                : jdbc.sql("select * from statistics_export where claim = :token and status = 'RUNNING'")
                        .param("token", token)
                        .query(ExportLog::export)
                        .optional();
    }

    /**
     * @throws ExportLost if another process took it over
     */
    void progress(long id, String token, long expected, long written) {
        require(jdbc.sql("""
                        update statistics_export set rows_expected = :expected, rows_written = :written, touched_at = :now
                         where id = :id and claim = :token and status = 'RUNNING'""")
                .param("expected", expected)
                .param("written", written)
                .param("now", now())
                .param("id", id)
                .param("token", token)
                .update());
    }

    /** Gives it back, not to be begun again before the lease is over: others come first. */
    void putOff(long id, String token) {
        jdbc.sql("""
                        update statistics_export set status = 'WAITING', claim = null, touched_at = :now
                         where id = :id and claim = :token and status = 'RUNNING'""").param("now", now()).param("id", id).param("token", token).update();
    }

    void end(long id, String token, ExportStatus status, long sizeBytes) {
        require(jdbc.sql("""
                        update statistics_export
                           set status = :status, size_bytes = :size, finished_at = :now, claim = null
                         where id = :id and claim = :token and status = 'RUNNING'""")
                .param("status", status.name())
                .param("size", sizeBytes)
                .param("now", now())
                .param("id", id)
                .param("token", token)
                .update());
    }

    /** Those whose file is there, and those that failed. */
    List<Export> finishedSince(Instant moment) {
        return jdbc.sql("""
                        select * from statistics_export
                         where status in ('DONE', 'FAILED') and finished_at >= :moment
                         order by id""")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(ExportLog::export)
                .list();
    }

    List<Export> finishedBefore(Instant moment) {
        return jdbc.sql("""
                        select * from statistics_export
                         where status in ('DONE', 'FAILED') and finished_at < :moment
                         order by id""")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(ExportLog::export)
                .list();
    }

    void expire(long id) {
        jdbc.sql("update statistics_export set status = 'EXPIRED' where id = :id and status in ('DONE', 'FAILED')")
                .param("id", id)
                .update();
    }

    void taken(long id, String user) {
        jdbc.sql("""
                        insert into statistics_export_download (export_id, downloaded_by, downloaded_at)
                        values (:id, :user, :now)""").param("id", id).param("user", user).param("now", now()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static void require(int updated) {
        if (updated == 0) {
            throw new ExportLost();
        }
    }

    private static Export export(ResultSet result, int number) throws SQLException {
        Period period =
                new Period(result.getObject("from_day", LocalDate.class), result.getObject("to_day", LocalDate.class));
        return new Export(
                result.getLong("id"),
                result.getString("requested_by"),
                result.getObject("requested_at", OffsetDateTime.class).toInstant(),
                ExportContents.valueOf(result.getString("contents")),
                ExportFormat.valueOf(result.getString("format")),
                Locale.of(result.getString("language")),
                new RowQuery(
                        period,
                        Measure.valueOf(result.getString("measure")),
                        Dimension.valueOf(result.getString("dimension")),
                        result.getString("item")),
                Comparison.valueOf(result.getString("comparison")),
                ExportStatus.valueOf(result.getString("status")),
                result.getLong("rows_expected"),
                result.getLong("rows_written"));
    }
}
