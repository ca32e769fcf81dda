package fr.rappel.callback;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** First figures for supervisors, counted from the requests and their facts. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.SUPERVISOR)
public class CallbackFigures {

    private final JdbcClient jdbc;
    private final LineCalendar calendar;
    private final Clock clock;

    CallbackFigures(JdbcClient jdbc, LineCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The figures of this moment. */
    public LineFigures now() {
        Instant now = clock.instant();
        Instant midnight = now.atZone(calendar.zone())
                .toLocalDate()
                .atStartOfDay(calendar.zone())
                .toInstant();
        return jdbc.sql("""
                        select (select count(*) from callback_request
                                 where status = 'WAITING' and available_at <= :now) as waiting,
                               (select count(*) from callback_request
                                 where status = 'WAITING' and due_at < :now) as overdue,
                               (select min(received_at) from callback_request
                                 where status = 'WAITING' and available_at <= :now) as oldest,
                               (select count(*) from callback_request where status = 'TAKEN') as taken,
                               (select count(*) from callback_request
                                 where status = 'CLOSED' and closed_at >= :midnight
                                   and id in (select request_id from callback_fact
                                               where kind = 'CLOSED' and at >= :midnight)) as closed""")
                .param("now", CallbackList.utc(now))
                .param("midnight", CallbackList.utc(midnight))
                .query((result, number) -> new LineFigures(
                        now,
                        result.getInt("waiting"),
                        result.getInt("overdue"),
                        Optional.ofNullable(result.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        result.getInt("taken"),
                        result.getInt("closed")))
                .single();
    }
}
