package fr.rappel.statistics;

import fr.rappel.callback.TimelineEntry;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A Tuesday morning of whatever ends without an agent: a visitor closes without having been called, another after a call that
 * nobody knows the length of, and comes back; the rule closes; the closing that somebody rates is taken back.
 */
public final class FourLives {

    private final TestData data;
    private final JdbcClient jdbc;
    private Instant now = TestClock.OPEN_TUESDAY.minusSeconds(3_000);

    private FourLives(TestData data, JdbcClient jdbc) {
        this.data = data;
        this.jdbc = jdbc;
    }

    public static void happen(TestData data, JdbcClient jdbc) {
        FourLives lives = new FourLives(data, jdbc);
        lives.closedUncalled();
        lives.closedAfterAnInterruptedCall();
        lives.closedByTheRule();
        lives.ratedBeforeTheClosingWasTakenBack();
    }

    private void closedUncalled() {
        String reference = received();
        step("CLOSED", reference, TimelineEntry.VISITOR, "SOLVED", null);
        step("RATED", reference, TimelineEntry.VISITOR, null, "4/5");
    }

    private void closedAfterAnInterruptedCall() {
        String reference = received();
        start(reference, "amelie");
        step("CALL_ENDED", reference, null, "INTERRUPTED", null);
        step("CLOSED", reference, TimelineEntry.VISITOR, "CANCELLED", null);
        step("REOPENED", reference, TimelineEntry.VISITOR, null, null);
        start(reference, "bruno");
        end(reference, "bruno", "INFORMED");
        step("RATED", reference, TimelineEntry.VISITOR, null, "2/5");
    }

    private void closedByTheRule() {
        String reference = received();
        start(reference, "bruno");
        step("CALL_ENDED", reference, "bruno", "NO_ANSWER", null);
        atOnce("CLOSED", reference, null, "UNREACHABLE", null);
        step("REOPENED", reference, "claire", null, null);
    }

    private void ratedBeforeTheClosingWasTakenBack() {
        String reference = received();
        start(reference, "amelie");
        end(reference, "amelie", "RESOLVED");
        step("RATED", reference, TimelineEntry.VISITOR, null, "5/5");
        step("UNDONE", reference, "amelie", "RESOLVED", null);
        end(reference, "amelie", "INFORMED");
    }

    private String received() {
        String reference = data.request(now, Map.of());
        step("RECEIVED", reference, null, null, null);
        return reference;
    }

    private void start(String reference, String agent) {
        step("CALL_STARTED", reference, agent, null, null);
        jdbc.sql("""
                        insert into statistics_first_call (request_id, started_at, open_minutes, in_time)
                        select id, received_at, 5, true from callback_request r where reference = :reference
                           and not exists (select 1 from statistics_first_call c where c.request_id = r.id)""").param("reference", reference).update();
    }

    private void end(String reference, String agent, String outcome) {
        step("CALL_ENDED", reference, agent, outcome, null);
        atOnce("CLOSED", reference, agent, outcome, null);
    }

    private void step(String kind, String reference, String actor, String outcome, String note) {
        now = now.plusSeconds(60);
        atOnce(kind, reference, actor, outcome, note);
    }

    private void atOnce(String kind, String reference, String actor, String outcome, String note) {
        data.fact(kind, reference, now, actor, outcome, note);
    }
}
