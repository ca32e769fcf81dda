package fr.rappel.dossier;

import fr.rappel.shared.CleanText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the copy put straight into the tables; what a test does not say is some plain value. */
public final class CopyData {

    static final Instant AT = Instant.parse("2026-02-01T09:00:00Z");

    private final JdbcClient jdbc;

    public CopyData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CopyData clear() {
        List.of(
                        "reading",
                        "link",
                        "payment",
                        "invoice",
                        "document",
                        "status_change",
                        "dossier",
                        "rattachement",
                        "account",
                        "establishment",
                        "company")
                .forEach(table -> jdbc.sql("delete from dossier_" + table).update());
        return this;
    }

    public CopyData company(String siren, String name, String memberNumber) {
        return insert(
                "company",
                Map.of(
                        "siren",
                        siren,
                        "name",
                        name,
                        "name_key",
                        CleanText.key(name),
                        "state",
                        "ACTIVE",
                        "member_number",
                        memberNumber,
                        "member_key",
                        NumberKey.of(memberNumber)));
    }

    public CopyData establishment(String siret, Map<String, ?> columns) {
        return insert(
                "establishment",
                with(
                        Map.of("siret", siret, "siren", siret.substring(0, 9), "head_office", true, "state", "ACTIVE"),
                        columns));
    }

    public CopyData account(String email, String person, String kind, String status) {
        return insert(
                "account",
                Map.of(
                        "email_key",
                        AccountLinks.key(email),
                        "email",
                        email,
                        "person",
                        person,
                        "person_key",
                        CleanText.key(person),
                        "kind",
                        kind,
                        "admin",
                        false,
                        "status",
                        status));
    }

    public CopyData link(String email, String scope, String role, String status, String since) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "account_key",
                email,
                "scope",
                scope,
                "siren",
                scope.substring(0, 9),
                "role",
                role,
                "status",
                status,
                "since",
                LocalDate.parse(since)));
        if (scope.length() == 14) {
            row.put("siret", scope);
        }
        return insert("rattachement", row);
    }

    public CopyData dossier(String number, String employer, String trainee, Map<String, ?> columns) {
        return insert(
                "dossier",
                with(
                        Map.of(
                                "number",
                                number,
                                "number_key",
                                NumberKey.of(number),
                                "employer_siret",
                                employer,
                                "trainee",
                                trainee,
                                "trainee_key",
                                CleanText.key(trainee),
                                "type",
                                "CONTRAT_APPRENTISSAGE",
                                "status",
                                "TRANSMIS",
                                "status_at",
                                AT,
                                "starts_on",
                                LocalDate.of(2025, 9, 1)),
                        columns));
    }

    public CopyData document(String id, String dossier, String kind, String direction, String dated) {
        return insert(
                "document",
                Map.of(
                        "id",
                        id,
                        "dossier_number",
                        dossier,
                        "kind",
                        kind,
                        "direction",
                        direction,
                        "name",
                        "document.pdf",
                        "dated",
                        LocalDate.parse(dated)));
    }

    public CopyData invoice(
            String issuer, String number, String dossier, long amount, String status, String depositedOn) {
        return insert(
                "invoice",
                Map.of(
                        "issuer_siret",
                        issuer,
                        "number",
                        number,
                        "number_key",
                        NumberKey.of(number),
                        "dossier_number",
                        dossier,
                        "amount",
                        amount,
                        "status",
                        status,
                        "deposited_on",
                        LocalDate.parse(depositedOn)));
    }

    public CopyData payment(String reference, String issuer, String invoice, long amount, String paidOn) {
        return insert(
                "payment",
                Map.of(
                        "bank_reference",
                        reference,
                        "reference_key",
                        NumberKey.of(reference),
                        "issuer_siret",
                        issuer,
                        "invoice_number",
                        invoice,
                        "amount",
                        amount,
                        "paid_on",
                        LocalDate.parse(paidOn)));
    }

    public int count(String table) {
        return jdbc.sql("select count(*) from dossier_" + table)
                .query(Integer.class)
                .single();
    }

    private CopyData insert(String table, Map<String, ?> columns) {
        Map<String, Object> row = new HashMap<>(columns);
        row.put("import_run", 0);
        row.replaceAll((column, value) -> value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        jdbc.sql("insert into dossier_" + table + " (" + String.join(", ", row.keySet()) + ") values ("
                        + row.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + ")")
                .params(row)
                .update();
        return this;
    }

    private static Map<String, Object> with(Map<String, ?> defaults, Map<String, ?> columns) {
        Map<String, Object> row = new HashMap<>(defaults);
        row.putAll(columns);
        return row;
    }
}
