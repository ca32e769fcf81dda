package fr.rappel.callback;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** First figures for supervisors, counted from the requests and their facts. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.SUPERVISOR)
public class CallbackFigures {

    private static final String CLOSED_SINCE = """
            select count(*) from callback_request r
             where %s and r.closed_at >= :since
               and r.id in (select request_id from callback_fact where kind = 'CLOSED' and at >= :since)
            """.formatted(ListView.CLOSED.condition());

    private final LineCount count;
    private final JdbcClient jdbc;
    private final LineCalendar calendar;
    private final Clock clock;

    CallbackFigures(LineCount count, JdbcClient jdbc, LineCalendar calendar, Clock clock) {
        this.count = count;
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The figures of this moment. */
    public LineFigures now() {
        return count.now();
    }

    /** Requests closed since midnight in the line's zone and not opened again; each counts once. */
    public int closedToday() {
        Instant midnight = LocalDate.ofInstant(clock.instant(), calendar.zone())
                .atStartOfDay(calendar.zone())
                .toInstant();
        return jdbc.sql(CLOSED_SINCE)
                .param("since", CallbackList.utc(midnight))
                .query(Integer.class)
                .single();
    }
}
