package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.callback.Commitment;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.FactRecorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down how long each request had waited when its first call began, by the calendar of that moment: what is changed
 * in the calendar later changes no figure.
 */
@Component
class FirstCalls {

    private static final String UNKNOWN =
            " and not exists (select 1 from statistics_first_call known where known.request_id = r.id)";

    private final JdbcClient jdbc;
    private final LineCalendar calendar;
    private final Commitment commitment;

    FirstCalls(JdbcClient jdbc, LineCalendar calendar, Commitment commitment) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.commitment = commitment;
    }

    /** In the transaction in which the call begins. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(FactRecorded fact) {
        if (fact.kind() == FactKind.CALL_STARTED) {
            jdbc.sql("select r.id, r.received_at from callback_request r where r.reference = :reference" + UNKNOWN)
                    .param("reference", fact.reference())
                    .query((result, number) -> firstCall(result, fact.at()))
                    .optional()
                    .ifPresent(this::store);
        }
    }

    /** Makes up for calls that began before this version was there, by the calendar as it is known today. */
    @Transactional(propagation = Propagation.MANDATORY)
    void completeFrom(Moments day) {
        jdbc.sql("""
                        select r.id, r.received_at, min(f.at) as started_at
                          from callback_fact f join callback_request r on r.id = f.request_id
                         where f.kind = 'CALL_STARTED' and f.at >= :from and f.at < :to""" + UNKNOWN + """
                         group by r.id, r.received_at""")
                .param("from", utc(day.from()))
                .param("to", utc(day.to()))
                .query((result, number) -> firstCall(result, instant(result, "started_at")))
                .list()
                .forEach(this::store);
    }

    private FirstCall firstCall(ResultSet result, Instant startedAt) throws SQLException {
        Duration waited = calendar.openTimeBetween(instant(result, "received_at"), startedAt);
        return new FirstCall(
                result.getLong("id"),
                startedAt,
                Math.toIntExact(waited.toMinutes()),
                waited.compareTo(commitment.openTime()) <= 0);
    }

    private void store(FirstCall call) {
        jdbc.sql("""
                        insert into statistics_first_call (request_id, started_at, open_minutes, in_time)
                        values (:request, :startedAt, :minutes, :inTime)""")
                .param("request", call.request())
                .param("startedAt", utc(call.startedAt()))
                .param("minutes", call.openMinutes())
                .param("inTime", call.inTime())
                .update();
    }

    private static Instant instant(ResultSet result, String column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record FirstCall(long request, Instant startedAt, int openMinutes, boolean inTime) {}
}
