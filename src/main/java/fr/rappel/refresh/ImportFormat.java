package fr.rappel.refresh;

import fr.rappel.dossier.NumberKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file of one kind holds and where it goes.
 *
 * @param tables in the order they are written
 * @param main index of the table whose key is the line's
 * @param parent what must be known before
 */
record ImportFormat(
        List<CopyTable> tables, int main, @Nullable Parent parent) {

    /**
     * @param table the parent's
     * @param key its key
     * @param columns those of the main table that name it
     * @param field column of the file to blame
     */
    record Parent(String table, List<String> key, List<String> columns, String field) {}

    /** A line that was read: as a row, or with what stands against it. */
    record Reading(Optional<CopyRow> row, List<LineRefusal> refusals) {}

    CopyTable mainTable() {
        return tables.get(main);
    }

    /** Columns of the file, whether they must be there. */
    Map<String, Boolean> fields() {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        tables.forEach(table ->
                table.columns().forEach(column -> fields.merge(column.field(), column.required(), Boolean::logicalOr)));
        return fields;
    }

    /**
     * Finds the columns in a header, whatever their order, case and accents. Others are ignored.
     *
     * @return place of each column that is there
     * @throws FileRefused if a required one is missing or one is there twice
     */
    Map<String, Integer> places(List<String> header) throws FileRefused {
        Map<String, Integer> places = new LinkedHashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = NumberKey.of(header.get(i));
            for (String field : fields().keySet()) {
                if (NumberKey.of(field).equals(name) && places.putIfAbsent(field, i) != null) {
                    twice.add(field);
                }
            }
        }
        String missing = fields().entrySet().stream()
                .filter(field -> field.getValue() && !places.containsKey(field.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new FileRefused(ImportFault.MISSING_COLUMN, missing);
        }
        if (!twice.isEmpty()) {
            throw new FileRefused(ImportFault.DOUBLE_COLUMN, String.join(", ", twice));
        }
        return places;
    }

    Reading read(CsvLine line, Map<String, Integer> places) {
        if (line.fault() != null) {
            return new Reading(Optional.empty(), List.of(new LineRefusal(line.number(), "", line.fault(), "")));
        }
        Map<String, ImportFault> faults = new LinkedHashMap<>();
        List<@Nullable Object[]> values = new ArrayList<>();
        for (CopyTable table : tables) {
            values.add(table.columns().stream()
                    .map(column -> read(column, cell(line, places.get(column.field())), faults))
                    .toArray());
        }
        String key = key(values);
        if (faults.isEmpty()) {
            return new Reading(Optional.of(new CopyRow(line.number(), key, values)), List.of());
        }
        return new Reading(
                Optional.empty(),
                faults.entrySet().stream()
                        .map(fault -> new LineRefusal(line.number(), fault.getKey(), fault.getValue(), key))
                        .toList());
    }

    private static String cell(CsvLine line, @Nullable Integer place) {
        return place == null ? "" : line.cells().get(place).strip();
    }

    private static @Nullable Object read(CopyTable.Column column, String cell, Map<String, ImportFault> faults) {
        try {
            if (cell.chars().anyMatch(ImportFormat::isNoText)) {
                throw new CellRefused(
                        cell.indexOf('\uFFFD') < 0 ? ImportFault.CONTROL_CHARACTER : ImportFault.ENCODING);
            }
            Object value = cell.isEmpty() ? null : column.reading().read().apply(cell);
            if (value == null && column.required()) {
                throw new CellRefused(ImportFault.REQUIRED);
            }
            return value;
        } catch (CellRefused refused) {
            faults.putIfAbsent(column.field(), refused.fault());
            return null;
        }
    }

    /** Controls but tab and line breaks, and the sign that stands for bytes that are no text. */
    private static boolean isNoText(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F || c == 0xFFFD;
    }

    private String key(List<@Nullable Object[]> values) {
        StringBuilder key = new StringBuilder();
        List<CopyTable.Column> columns = mainTable().columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(main)[i];
            if (columns.get(i).key() && value != null) {
                key.append(key.isEmpty() ? "" : " ").append(value);
            }
        }
        return key.substring(0, Math.min(key.length(), 254));
    }
}
