package fr.rappel.dossier;

import fr.rappel.callback.CallbackSheets;
import fr.rappel.shared.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down who reads what and why, in the caller's transaction: no reading without its trace. */
@Component
class Readings {

    private static final int SECONDS = 60;

    private final JdbcClient jdbc;
    private final CallbackSheets requests;
    private final CurrentUser currentUser;
    private final Clock clock;

    Readings(JdbcClient jdbc, CallbackSheets requests, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Adds a row, unless the same reading was recorded in the last minute; the unique key decides when two arrive at once.
     *
     * @throws fr.rappel.callback.RequestNotFound if the purpose is a request that does not exist
     */
    void record(Subject subject, String id, Purpose purpose) {
        if (purpose.request() != null) {
            requests.requireKnown(purpose.request());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("""
                insert into dossier_reading (reader, subject, subject_id, in_request, purpose, read_at, minute_no)
                select cast(:reader as varchar), cast(:subject as varchar), cast(:id as varchar),
                       cast(:inRequest as boolean), cast(:purpose as varchar),
                       cast(:now as timestamp with time zone), cast(:minute as bigint)
                 where not exists (select 1 from dossier_reading
                                    where reader = :reader and subject = :subject and subject_id = :id
                                      and purpose = :purpose and minute_no >= :minute - 1 and read_at > :since)
                on conflict do nothing""")
                .param("reader", currentUser.username())
                .param("subject", subject.name())
                .param("id", id)
                .param("inRequest", purpose.request() != null)
                .param("purpose", purpose.text())
                .param("now", utc(now))
                .param("since", utc(now.minusSeconds(SECONDS)))
                .param("minute", now.getEpochSecond() / SECONDS)
                .update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
