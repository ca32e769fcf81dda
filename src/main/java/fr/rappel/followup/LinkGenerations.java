package fr.rappel.followup;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which generation of a request's link is valid: the first, until links are taken back. */
@Component
class LinkGenerations {

    static final int FIRST = 1;

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkGenerations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int of(String reference) {
        return jdbc.sql("select generation from followup_link where reference = :reference")
                .param("reference", reference)
                .query(Integer.class)
                .optional()
                .orElse(FIRST);
    }

    /** Every link given so far is void. Whoever calls this holds the request, so that nobody else does it meanwhile. */
    void next(String reference) {
        int next = of(reference) + 1;
        String sql = next == FIRST + 1
                ? "insert into followup_link (reference, generation, renewed_at) values (:reference, :next, :now)"
                : "update followup_link set generation = :next, renewed_at = :now where reference = :reference";
        jdbc.sql(sql)
                .param("reference", reference)
                .param("next", next)
                .param("now", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
    }
}
