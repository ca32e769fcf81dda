package fr.rappel.dossier;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.Roles;
import fr.rappel.shared.Siren;
import fr.rappel.shared.Siret;
import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
     * @param subject only of this dossier, document, account or company, in any usual writing; null or blank for all
     * @param next of the page before, null for the first page
     * @param size rows wanted, brought into 1 to 200
     */
    public ReadingPage page(@Nullable String reader, @Nullable String subject, @Nullable Long next, int size) {
        int limit = Math.clamp(size, 1, MAX_PAGE_SIZE);
        Set<String> subjects = subjects(CleanText.clean(subject));
        String conditions = (reader == null ? "" : " and reader = :reader")
                + (subjects.isEmpty() ? "" : " and subject_id in (:subjects)");
        List<Reading> readings = jdbc.sql("select * from dossier_reading where id < :next" + conditions
                        + " order by id desc limit :limit")
                .param("reader", CleanText.clean(reader))
                .param("subjects", subjects)
                .param("next", next == null ? Long.MAX_VALUE : next)
                .param("limit", limit + 1)
                .query(ReadingLog::reading)
                .list();
        boolean more = readings.size() > limit;
        return new ReadingPage(
                readings.stream().limit(limit).toList(),
                more ? readings.get(limit - 1).id() : null);
    }

    /**
     * What the log may call it: a company by its SIREN, an account by its address in lower case, a dossier as the information
     * system writes its number, anything else as typed.
     */
    private Set<String> subjects(String typed) {
        if (typed.isEmpty()) {
            return Set.of();
        }
        if (Siren.check(typed).isEmpty()) {
            return Set.of(Siren.parse(typed).value());
        }
        if (Siret.check(typed).isEmpty()) {
            return Set.of(Siret.parse(typed).siren().value());
        }
        if (typed.contains("@")) {
            return Set.of(AccountLinks.key(typed));
        }
        Set<String> names =
                new HashSet<>(jdbc.sql("select number from dossier_dossier where number_key = :key limit 20")
                        .param("key", NumberKey.of(typed))
                        .query(String.class)
                        .list());
        names.add(typed);
        return names;
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
