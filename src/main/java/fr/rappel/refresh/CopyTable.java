package fr.rappel.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of the copy and where its columns come from.
 *
 * @param columns the key first
 */
record CopyTable(String name, List<Column> columns) {

    /**
     * @param field column of the file
     */
    record Column(String name, String field, CellReading reading, boolean key, boolean required) {}

    static CopyTable named(String name) {
        return new CopyTable(name, List.of());
    }

    CopyTable key(String column, String field, CellReading reading) {
        return with(new Column(column, field, reading, true, true));
    }

    CopyTable required(String column, String field, CellReading reading) {
        return with(new Column(column, field, reading, false, true));
    }

    CopyTable optional(String column, String field, CellReading reading) {
        return with(new Column(column, field, reading, false, false));
    }

    /**
     * Stores one row, whose last value is the import: new, or in place of what an earlier one brought. A row that this
     * import has brought already is left alone, and the count of changed rows says so. A table of keys alone only grows.
     */
    String merge() {
        String names = listed(columns, Column::name) + ", import_run";
        String given = listed(columns, column -> column.reading().type().placeholder()) + ", cast(? as bigint)";
        List<Column> keys = columns.stream().filter(Column::key).toList();
        List<Column> others = columns.stream().filter(column -> !column.key()).toList();
        String same = keys.stream()
                .map(column -> "t." + column.name() + " = s." + column.name())
                .collect(Collectors.joining(" and "));
        String stored = others.isEmpty() ? listed(keys, Column::name) : names;
        String update = others.isEmpty()
                ? ""
                : """
                 when matched and (s.import_run = %d or t.import_run <> s.import_run)
                 then update set %s, import_run = s.import_run""".formatted(CopyWriter.LIVE, listed(others, column -> column.name() + " = s." + column.name()));
        return "merge into %s t using (values (%s)) s (%s) on %s %s when not matched then insert (%s) values (s.%s)"
                .formatted(name, given, names, same, update, stored, stored.replace(", ", ", s."));
    }

    int indexOf(String column) {
        return columns.stream().map(Column::name).toList().indexOf(column);
    }

    private static String listed(List<Column> columns, Function<Column, String> how) {
        return columns.stream().map(how).collect(Collectors.joining(", "));
    }

    private CopyTable with(Column column) {
        List<Column> more = new ArrayList<>(columns);
        more.add(column);
        return new CopyTable(name, List.copyOf(more));
    }
}
