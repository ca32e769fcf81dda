package fr.rappel.refresh;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the copy: emptied, or read to be compared. */
record CopyTables(JdbcClient jdbc) {

    private static final List<String> CHILDREN_FIRST = List.of(
            "dossier_payment",
            "dossier_invoice",
            "dossier_document",
            "dossier_status_change",
            "dossier_dossier",
            "dossier_rattachement",
            "dossier_account",
            "dossier_establishment",
            "dossier_company");

    void clear() {
        CHILDREN_FIRST.forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("delete from dossier_import_refusal").update();
        jdbc.sql("delete from dossier_import_run").update();
    }

    /** Every row of every table as text, in one order, without the number of the import. */
    Map<String, List<String>> contents() {
        Map<String, List<String>> contents = new TreeMap<>();
        CHILDREN_FIRST.forEach(table -> contents.put(
                table,
                jdbc.sql("select * from " + table).query().listOfRows().stream()
                        .map(row -> {
                            Map<String, Object> columns = new TreeMap<>(row);
                            columns.remove("import_run");
                            return columns.toString();
                        })
                        .sorted()
                        .toList()));
        return contents;
    }
}
