package fr.rappel.refresh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes rows into the copy: what is new is added, what is known is replaced. The one way in, for files and live source. */
@Component
class CopyWriter {

    /** In place of the number of an import: rows of the live source, which may come again and again. */
    static final long LIVE = 0;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    CopyWriter(JdbcTemplate jdbc, NamedParameterJdbcTemplate named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    /**
     * Stores rows in the caller's transaction.
     *
     * @param run number of the import; {@link #LIVE} for none
     * @return those that were not stored: their parent is not known, or this import stored their key before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<LineRefusal> write(ImportFormat format, List<CopyRow> rows, long run) {
        Map<Long, LineRefusal> refused = new LinkedHashMap<>();
        refuseOrphans(format, rows, refused);
        for (int i = 0; i < format.tables().size(); i++) {
            List<CopyRow> remaining = rows.stream()
                    .filter(row -> !refused.containsKey(row.line()))
                    .toList();
            int[] changed = merge(format.tables().get(i), i, remaining, run);
            for (int row = 0; i == format.main() && row < changed.length; row++) {
                if (changed[row] == 0) {
                    refuse(remaining.get(row), "", ImportFault.DUPLICATE, refused);
                }
            }
        }
        return List.copyOf(refused.values());
    }

    private int[] merge(CopyTable table, int index, List<CopyRow> rows, long run) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        List<CopyTable.Column> columns = table.columns();
        int[][] changed = jdbc.batchUpdate(table.merge(), rows, rows.size(), (statement, row) -> {
            @Nullable Object[] values = row.values().get(index);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(
                        i + 1, values[i], columns.get(i).reading().type().jdbc());
            }
            statement.setLong(values.length + 1, run);
        });
        return changed[0];
    }

    private void refuseOrphans(ImportFormat format, List<CopyRow> rows, Map<Long, LineRefusal> refused) {
        ImportFormat.Parent parent = format.parent();
        if (parent == null || rows.isEmpty()) {
            return;
        }
        Map<CopyRow, List<@Nullable Object>> asked = new LinkedHashMap<>();
        rows.forEach(row -> asked.put(row, parentKey(format, parent, row)));
        Set<List<Object>> known = known(parent, asked.values());
        asked.forEach((row, key) -> {
            if (!known.contains(key)) {
                refuse(row, parent.field(), ImportFault.UNKNOWN_PARENT, refused);
            }
        });
    }

    private static List<@Nullable Object> parentKey(ImportFormat format, ImportFormat.Parent parent, CopyRow row) {
        @Nullable Object[] values = row.values().get(format.main());
        List<@Nullable Object> key = new ArrayList<>();
        parent.columns().forEach(column -> key.add(values[format.mainTable().indexOf(column)]));
        return key;
    }

    private Set<List<Object>> known(ImportFormat.Parent parent, Collection<List<@Nullable Object>> keys) {
        List<Object[]> distinct = new ArrayList<>();
        new HashSet<>(keys).forEach(key -> distinct.add(key.toArray()));
        String columns = String.join(", ", parent.key());
        return named
                .query(
                        "select " + columns + " from " + parent.table() + " where (" + columns + ") in (:keys)",
                        Map.of("keys", distinct),
                        (result, number) -> {
                            List<Object> key = new ArrayList<>();
                            for (int i = 1; i <= parent.key().size(); i++) {
                                key.add(result.getString(i));
                            }
                            return key;
                        })
                .stream()
                .collect(Collectors.toSet());
    }

    private static void refuse(CopyRow row, String field, ImportFault fault, Map<Long, LineRefusal> refused) {
        refused.put(row.line(), new LineRefusal(row.line(), field, fault, row.key()));
    }
}
