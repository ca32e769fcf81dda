package fr.rappel.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads list rows: the columns to select of {@code callback_request r} and how they become a {@link CallbackRow}. */
final class CallbackRows {

    static final String COLUMNS = """
            r.id, r.reference, r.status, r.received_at, r.available_at, r.due_at, r.first_name, r.last_name,
            r.siret, r.phone, r.region_code, r.sector_code, r.topic_code, r.company_size, r.taken_by, r.outcome,
            (select count(*) from callback_attempt a where a.request_id = r.id) as attempts""";

    static final String SELECT = "select " + COLUMNS + " from callback_request r ";

    private CallbackRows() {}

    static CallbackRow read(ResultSet result) throws SQLException {
        return new CallbackRow(
                result.getString("reference"),
                CallbackStatus.valueOf(result.getString("status")),
                instant(result, "received_at"),
                instant(result, "available_at"),
                instant(result, "due_at"),
                result.getString("first_name"),
                result.getString("last_name"),
                result.getString("siret"),
                result.getString("phone"),
                result.getString("region_code"),
                result.getString("sector_code"),
                result.getString("topic_code"),
                CompanySize.valueOf(result.getString("company_size")),
                result.getString("taken_by"),
                result.getInt("attempts"),
                Optional.ofNullable(result.getString("outcome"))
                        .map(CallOutcome::valueOf)
                        .orElse(null));
    }

    private static Instant instant(ResultSet result, String column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }
}
