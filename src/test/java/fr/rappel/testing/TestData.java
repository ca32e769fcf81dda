package fr.rappel.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;

/**
 * Accounts and requests put straight into the tables, for tests that need many of them or a state that takes long to
 * reach. Everybody's password is {@value #PASSWORD}.
 */
public class TestData {

    public static final String PASSWORD = "mot-de-passe-de-test";

    private static final String ALPHABET = "23456789AEHJKLNRTWXY";

    private static final String INSERT = """
            insert into callback_request (
                id, version, reference, submission_key, channel, status, received_at, available_at, due_at,
                first_name, last_name, name_key, email, siret, siren, phone, region_code, sector_code, company_size,
                topic_code, message, notice_version, notice_hash, consented_at, taken_by, taken_at, touched_at,
                unreached, outcome, closed_at)
            values (
                :id, 0, :reference, :submission_key, 'API', :status, :received_at, :available_at, :due_at,
                :first_name, :last_name, :name_key, :email, :siret, :siren, :phone, :region_code, :sector_code,
                :company_size, :topic_code, 'Je voudrais parler de mon dossier.', '1', 'x', :received_at, :taken_by,
                :taken_at, :taken_at, 0, :outcome, :closed_at)""";

    private final NamedParameterJdbcTemplate jdbc;

    /** Far from what the application's own sequences give. */
    private final AtomicLong ids = new AtomicLong(1_000_000_000_000L);

    public TestData(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes every request, message and account. */
    public void clear() {
        List.of(
                        "mail_message",
                        "mail_enclosure",
                        "statistics_report_subscription",
                        "followup_document",
                        "followup_link",
                        "followup_post",
                        "callback_rating",
                        "callback_unavailability",
                        "callback_fact",
                        "callback_attempt",
                        "callback_request",
                        "user_account")
                .forEach(table -> jdbc.update("delete from " + table, Map.of()));
    }

    public Person account(Person person) {
        return account(person, true);
    }

    public Person account(Person person, boolean enabled) {
        jdbc.update(
                """
                insert into user_account (id, version, username, display_name, password, role, enabled, created_at)
                values (:id, 0, :username, :name, :password, :role, :enabled, :at)""",
                Map.of(
                        "id",
                        ids.incrementAndGet(),
                        "username",
                        person.username(),
                        "name",
                        "Nom de " + person.username(),
                        "password",
                        "{noop}" + PASSWORD,
                        "role",
                        person.roles().getLast(),
                        "enabled",
                        enabled,
                        "at",
                        TestClock.OPEN_TUESDAY.atOffset(ZoneOffset.UTC)));
        return person;
    }

    public void disable(Person person) {
        jdbc.update(
                "update user_account set enabled = false where username = :username",
                Map.of("username", person.username()));
    }

    /** A waiting request whose turn came at that instant; its reference. */
    public String waiting(Instant availableAt) {
        return request(availableAt, Map.of());
    }

    /** That many waiting requests, each a second younger than the one before; their references, oldest first. */
    public List<String> waiting(int count, Instant oldest) {
        List<Map<String, Object>> rows = IntStream.range(0, count)
                .mapToObj(i -> row(oldest.plusSeconds(i), Map.of()))
                .toList();
        SqlParameterSource[] batch = SqlParameterSourceUtils.createBatch(rows);
        jdbc.batchUpdate(INSERT, batch);
        return rows.stream().map(row -> String.valueOf(row.get("reference"))).toList();
    }

    /** A request with some columns of one's own; its reference. */
    public String request(Instant availableAt, Map<String, ?> columns) {
        Map<String, Object> row = row(availableAt, columns);
        jdbc.update(INSERT, row);
        return String.valueOf(row.get("reference"));
    }

    /** A request of that reference, in that person's hands. */
    public void held(String reference, String holder) {
        request(
                TestClock.OPEN_TUESDAY,
                Map.of(
                        "reference",
                        reference,
                        "status",
                        "TAKEN",
                        "taken_by",
                        holder,
                        "taken_at",
                        TestClock.OPEN_TUESDAY));
    }

    /** One column of one request. */
    public Object column(String reference, String column) {
        return jdbc.queryForMap(
                        "select " + column + " from callback_request where reference = :reference",
                        Map.of("reference", reference))
                .get(column);
    }

    /** Who holds each taken request, by its reference. */
    public Map<String, String> holders() {
        Map<String, String> holders = new HashMap<>();
        jdbc.query("select reference, taken_by from callback_request where status = 'TAKEN'", Map.of(), result -> {
            holders.put(result.getString(1), result.getString(2));
        });
        return holders;
    }

    public int count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Map.of(), Integer.class);
    }

    /** Writes one line on a request's timeline. */
    public void fact(String kind, String reference, Instant at) {
        fact(kind, reference, at, null, null, null);
    }

    /** One fact of a request with whoever did it, what came of it and what was written. */
    public void fact(String kind, String reference, Instant at, String actor, String outcome, String note) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", ids.incrementAndGet());
        row.put("request", column(reference, "id"));
        row.put("kind", kind);
        row.put("at", at.atOffset(ZoneOffset.UTC));
        row.put("actor", actor);
        row.put("outcome", outcome);
        row.put("note", note);
        jdbc.update("""
                insert into callback_fact (id, request_id, kind, at, actor, outcome, note)
                values (:id, :request, :kind, :at, :actor, :outcome, :note)""", row);
    }

    /** Every taken request waits again. */
    public void giveAllBack() {
        jdbc.update("""
                update callback_request
                   set status = 'WAITING', taken_by = null, taken_at = null, touched_at = null
                 where status = 'TAKEN'""", Map.of());
    }

    private Map<String, Object> row(Instant availableAt, Map<String, ?> columns) {
        long id = ids.incrementAndGet();
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("reference", reference(id));
        row.put("submission_key", "test-" + id);
        row.put("status", "WAITING");
        row.put("received_at", availableAt);
        row.put("available_at", availableAt);
        row.put("due_at", availableAt.plus(Duration.ofDays(1)));
        row.put("first_name", "Élodie");
        row.put("last_name", "Étienne");
        row.put("name_key", "etienne elodie");
        row.put("email", "elodie@exemple.fr");
        row.put("siret", "55208131766522");
        row.put("siren", "552081317");
        row.put("phone", "+33612345678");
        row.put("region_code", "11");
        row.put("sector_code", "HCR");
        row.put("company_size", "UNDER_11");
        row.put("topic_code", "DEPOT_DEMANDE");
        for (String column : List.of("taken_by", "taken_at", "outcome", "closed_at")) {
            row.put(column, null);
        }
        row.putAll(columns);
        row.replaceAll((column, value) -> value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        return row;
    }

    private static String reference(long id) {
        var reference = new StringBuilder();
        for (long rest = id; reference.length() < 8; rest /= ALPHABET.length()) {
            reference.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
        }
        return reference.toString();
    }
}
