package fr.rappel.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts how the line is doing, by the conditions of the work list. For what follows it without anybody signed in; people ask
 * {@link CallbackFigures}, which looks who they are.
 */
@Component
public class LineCount {

    private static final Duration AT_WORK = Duration.ofMinutes(30);

    /**
     * What waits is walked once: asked for its oldest by itself, PostgreSQL looks for it among all that was ever received. Calls
     * are looked for, one by one, only for what is old enough to be late and was touched: nobody calls before taking.
     */
    private static final String FIGURES =
            """
            select queue.waiting, queue.overdue, queue.late, queue.oldest,
                   (select count(*) from callback_request r where %2$s) as taken,
                   (select count(*) from (
                        select r.taken_by from callback_request r where %2$s
                        union
                        select actor from callback_fact
                         where kind in ('TAKEN', 'RELEASED', 'REASSIGNED', 'CALL_STARTED', 'CALL_ENDED', 'NOTED', 'CLOSED',
                                        'UNDONE', 'REOPENED')
                           and at >= :lately and actor <> :visitor) people) as agents,
                   (select count(distinct a.agent) from callback_request r
                      join callback_attempt a on a.request_id = r.id and a.ended_at is null
                     where %2$s) as calling
              from (select count(*) filter (where %1$s) as waiting,
                           count(*) filter (where r.status = 'WAITING' and r.due_at < :now) as overdue,
                           count(*) filter (where %3$s) as late,
                           min(r.available_at) filter (where %1$s) as oldest
                      from callback_request r where r.status in ('WAITING', 'TAKEN')) queue""".formatted(ListView.TO_CALL.condition(), ListView.TAKEN.condition(), ListView.LATE.condition());

    private final JdbcClient jdbc;
    private final Commitment commitment;
    private final Clock clock;

    LineCount(JdbcClient jdbc, Commitment commitment, Clock clock) {
        this.jdbc = jdbc;
        this.commitment = commitment;
        this.clock = clock;
    }

    /** The figures of this moment. */
    @Transactional(readOnly = true)
    public LineFigures now() {
        Instant now = clock.instant();
        return jdbc.sql(FIGURES)
                .param("now", CallbackList.utc(now))
                .param("late", CallbackList.utc(commitment.missedBefore(now)))
                .param("lately", CallbackList.utc(now.minus(AT_WORK)))
                .param("visitor", TimelineEntry.VISITOR)
                .query((result, number) -> figures(now, result))
                .single();
    }

    private static LineFigures figures(Instant now, ResultSet result) throws SQLException {
        OffsetDateTime oldest = result.getObject("oldest", OffsetDateTime.class);
        return new LineFigures(
                now,
                result.getInt("waiting"),
                result.getInt("overdue"),
                result.getInt("late"),
                oldest == null ? null : oldest.toInstant(),
                result.getInt("taken"),
                result.getInt("agents"),
                result.getInt("calling"));
    }
}
