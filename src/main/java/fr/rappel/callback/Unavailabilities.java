package fr.rappel.callback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the visitors of requests cannot be called. */
@Component
class Unavailabilities {

    private final JdbcClient jdbc;

    Unavailabilities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of one request, by day. */
    List<Unavailability> of(long requestId) {
        return jdbc.sql("""
                        select id, first_day, last_day, day_part as part from callback_unavailability
                         where request_id = :request order by first_day, last_day, id""")
                .param("request", requestId)
                .query(Unavailability.class)
                .list();
    }

    /** Saying the same again changes nothing. */
    void add(long requestId, SayUnavailable said) {
        jdbc.sql("""
                insert into callback_unavailability (request_id, first_day, last_day, day_part)
                values (:request, :first, :last, :part) on conflict do nothing""")
                .param("request", requestId)
                .param("first", said.firstDay())
                .param("last", said.lastDay())
                .param("part", Objects.requireNonNull(said.part()).name())
                .update();
    }

    void remove(long requestId, long id) {
        jdbc.sql("delete from callback_unavailability where request_id = :request and id = :id")
                .param("request", requestId)
                .param("id", id)
                .update();
    }

    /** References of requests whose turn has come although something is said of that day. */
    List<String> queuedOn(LocalDate day, Instant now) {
        return jdbc.sql("""
                        select distinct r.reference from callback_unavailability u
                          join callback_request r on r.id = u.request_id
                         where u.first_day <= :day and u.last_day >= :day
                           and r.status = 'WAITING' and r.available_at <= :now""")
                .param("day", day)
                .param("now", CallbackList.utc(now))
                .query(String.class)
                .list();
    }
}
