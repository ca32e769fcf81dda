package fr.rappel.dossier;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has read which dossiers, documents, accounts and companies. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.SUPERVISOR)
public class ReadingLog {

    private static final int MAX_PAGE_SIZE = 200;

    private final JdbcClient jdbc;

    ReadingLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page of the readings, newest first.
     *
     * @param reader only this user's; null for everybody's
     * @param subjectId only of this dossier, document, account or company, by the name that {@link Subject} gives; null for all
     * @param next of the page before, null for the first page
     * @param size rows wanted, brought into 1 to 200
     */
    public ReadingPage page(@Nullable String reader, @Nullable String subjectId, @Nullable Long next, int size) {
        int limit = Math.clamp(size, 1, MAX_PAGE_SIZE);
        String conditions = (reader == null ? "" : " and reader = :reader")
                + (subjectId == null ? "" : " and subject_id = :subject");
        List<Reading> readings = jdbc.sql("select * from dossier_reading where id < :next" + conditions
                        + " order by id desc limit :limit")
                .param("reader", CleanText.clean(reader))
                .param("subject", CleanText.clean(subjectId))
                .param("next", next == null ? Long.MAX_VALUE : next)
                .param("limit", limit + 1)
                .query(ReadingLog::reading)
                .list();
        boolean more = readings.size() > limit;
        return new ReadingPage(
                readings.stream().limit(limit).toList(),
                more ? readings.get(limit - 1).id() : null);
    }

    private static Reading reading(ResultSet result, int number) throws SQLException {
        String purpose = result.getString("purpose");
        return new Reading(
                result.getLong("id"),
                result.getString("reader"),
                Subject.valueOf(result.getString("subject")),
                result.getString("subject_id"),
                result.getBoolean("in_request") ? Purpose.request(purpose) : Purpose.of(ReadingReason.valueOf(purpose)),
                result.getObject("read_at", OffsetDateTime.class).toInstant());
    }
}
