package fr.rappel.dossier;

import fr.rappel.callback.CallbackSheets;
import fr.rappel.shared.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes down who reads what and why, in the caller's transaction: no reading without its trace. */
@Component
class Readings {

    private static final int SECONDS = 60;

    private final NamedParameterJdbcTemplate jdbc;
    private final CallbackSheets requests;
    private final CurrentUser currentUser;
    private final Clock clock;

    Readings(NamedParameterJdbcTemplate jdbc, CallbackSheets requests, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Adds a row, unless the same reading was recorded in the last minute; the unique key decides when two arrive at once.
     *
     * @throws fr.rappel.callback.RequestNotFound if the purpose is a request that does not exist
     * @throws fr.rappel.callback.NotHolder if it is a request that the reader does not hold, and no supervisor
     */
    void record(Subject subject, String id, Purpose purpose) {
        record(subject, List.of(id), purpose);
    }

    /** Whether somebody may read for that purpose: for a reason, or for a request that they hold. */
    boolean mayBeFor(Purpose purpose) {
        return purpose.request() == null || requests.isHeld(purpose.request());
    }

    /** Adds a row for each of them, in one go. */
    void record(Subject subject, Collection<String> ids, Purpose purpose) {
        if (purpose.request() != null) {
            requests.requireHeld(purpose.request());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SqlParameterSource[] rows = ids.stream()
                .distinct()
                .sorted()
                .map(id -> new MapSqlParameterSource("reader", currentUser.username())
                        .addValue("subject", subject.name())
                        .addValue("id", id)
                        .addValue("inRequest", purpose.request() != null)
                        .addValue("purpose", purpose.text())
                        .addValue("now", utc(now))
                        .addValue("since", utc(now.minusSeconds(SECONDS)))
                        .addValue("minute", now.getEpochSecond() / SECONDS))
                .toArray(SqlParameterSource[]::new);
        jdbc.batchUpdate("""
                insert into dossier_reading (reader, subject, subject_id, in_request, purpose, read_at, minute_no)
                select cast(:reader as varchar), cast(:subject as varchar), cast(:id as varchar),
                       cast(:inRequest as boolean), cast(:purpose as varchar),
                       cast(:now as timestamp with time zone), cast(:minute as bigint)
                 where not exists (select 1 from dossier_reading
                                    where reader = :reader and subject = :subject and subject_id = :id
                                      and purpose = :purpose and minute_no >= :minute - 1 and read_at > :since)
                on conflict do nothing""", rows);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
