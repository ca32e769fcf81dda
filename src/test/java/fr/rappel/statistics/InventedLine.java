package fr.rappel.statistics;

import fr.rappel.statistics.InventedLives.Fact;
import fr.rappel.statistics.InventedLives.Life;
import fr.rappel.testing.TestData;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** A line on which nothing happened but invented lives, and none of whose days is counted. */
final class InventedLine {

    private static final long FIRST_ID = 5_000_000;

    private final TestData data;
    private final JdbcTemplate jdbc;

    InventedLine(TestData data, JdbcTemplate jdbc) {
        this.data = data;
        this.jdbc = jdbc;
    }

    List<Life> live(InventedLives invented, int requests) {
        data.clear();
        jdbc.update("delete from statistics_count");
        jdbc.update("delete from statistics_first_call");
        jdbc.update("delete from statistics_wait");
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            lives.add(invented.next(FIRST_ID + i));
        }
        lives.forEach(this::store);
        return lives;
    }

    /** Everything that a report counts, as the oracle says it. */
    static Map<Tally.Cell, Amount> cells(Report report) {
        Map<Tally.Cell, Amount> counted = new HashMap<>();
        report.items()
                .forEach((dimension, items) ->
                        items.forEach((item, of) -> of.amounts().forEach((measure, amount) -> {
                            if (amount.events() > 0) {
                                counted.put(new Tally.Cell(measure, dimension, item), amount);
                            }
                        })));
        return counted;
    }

    /** Facts of some requests are numbered by another node, far from the order in which things happened. */
    private void store(Life life) {
        data.request(
                life.receivedAt(),
                Map.of(
                        "id", life.id(),
                        "reference", "T" + life.id(),
                        "topic_code", life.topic(),
                        "region_code", life.region(),
                        "sector_code", life.sector(),
                        "company_size", life.size()));
        jdbc.update("update callback_request set channel = 'FORM' where id = ? and mod(id, 2) = 0", life.id());
        SlowCount.closedAt(life)
                .ifPresent(at -> jdbc.update(
                        "update callback_request set status = 'CLOSED', outcome = 'RESOLVED', closed_at = ? where id = ?",
                        at.atOffset(ZoneOffset.UTC),
                        life.id()));
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < life.facts().size(); i++) {
            Fact fact = life.facts().get(i);
            long node = fact.at().getEpochSecond() / 86_400 % 3 == 0 ? 9_000_000_000L : 0;
            rows.add(new Object[] {
                node + life.id() * 100 + i,
                life.id(),
                fact.kind().name(),
                fact.at().atOffset(ZoneOffset.UTC),
                fact.actor(),
                fact.outcome() == null ? null : fact.outcome().name(),
                fact.score() == 0 ? null : fact.score() + "/5 Rappelé avant midi."
            });
        }
        jdbc.batchUpdate(
                "insert into callback_fact (id, request_id, kind, at, actor, outcome, note) values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }
}
