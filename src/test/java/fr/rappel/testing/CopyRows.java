package fr.rappel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One dossier with its papers put straight into tables and folder, for tests of what shows them. */
public final class CopyRows {

    public static final String DOSSIER = "D-2026-1";
    public static final String EMPLOYER = "09990000300015";

    private final JdbcClient jdbc;
    private final Path documents;

    /**
     * @param data the data folder of the application
     */
    public CopyRows(JdbcClient jdbc, Path data) {
        this.jdbc = jdbc;
        this.documents = data.resolve("documents");
    }

    public CopyRows clear() {
        List.of(
                        "import_refusal",
                        "import_run",
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

    /** The dossier {@value #DOSSIER} of Café de l'Œuvre, in that state. */
    public CopyRows dossier(String status, Map<String, ?> columns) {
        insert(
                "company",
                Map.of("siren", "099900003", "name", "Café de l’Œuvre", "name_key", "cafe", "state", "ACTIVE"));
        insert(
                "establishment",
                Map.of("siret", EMPLOYER, "siren", "099900003", "head_office", true, "state", "ACTIVE"));
        Map<String, Object> row = new HashMap<>(Map.of(
                "number",
                DOSSIER,
                "number_key",
                "d20261",
                "employer_siret",
                EMPLOYER,
                "trainee",
                "Noé Ça",
                "trainee_key",
                "noe ca",
                "type",
                "CONTRAT_APPRENTISSAGE",
                "status",
                status,
                "status_at",
                TestClock.OPEN_TUESDAY));
        row.putAll(columns);
        return insert("dossier", row);
    }

    /** A letter of the dossier; its contents are in the folder if there are any. */
    public CopyRows document(String id, String name, byte... contents) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "id",
                id,
                "dossier_number",
                DOSSIER,
                "kind",
                "ACCORD_PRISE_EN_CHARGE",
                "direction",
                "EMIS",
                "name",
                name,
                "dated",
                LocalDate.of(2026, 3, 2)));
        row.put("storage_key", "2026/" + Integer.toHexString(id.hashCode()));
        write("2026/" + Integer.toHexString(id.hashCode()), contents);
        return insert("document", row);
    }

    /** A row with the columns that are said. */
    public CopyRows insert(String table, Map<String, ?> columns) {
        Map<String, Object> row = new HashMap<>(columns);
        if (!table.startsWith("import") && !table.equals("status_change") && !table.equals("reading")) {
            row.put("import_run", 0);
        }
        row.replaceAll((column, value) -> value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        jdbc.sql("insert into dossier_" + table + " (" + String.join(", ", row.keySet()) + ") values ("
                        + row.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + ")")
                .params(row)
                .update();
        return this;
    }

    /** Who read what and why, oldest first, as "amelie DOCUMENT G-1 MAIL". */
    public List<String> readings() {
        return jdbc.sql("select reader, subject, subject_id, purpose from dossier_reading order by id")
                .query((row, number) ->
                        row.getString(1) + ' ' + row.getString(2) + ' ' + row.getString(3) + ' ' + row.getString(4))
                .list();
    }

    private void write(String key, byte[] contents) {
        try {
            Path file = documents.resolve(key);
            Files.createDirectories(file.getParent());
            Files.write(file, contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
