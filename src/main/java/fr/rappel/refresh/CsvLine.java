package fr.rappel.refresh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a CSV file.
 *
 * @param number of its first line; the header is 1
 * @param lastNumber of its last line
 * @param end position of the byte after it
 * @param cells as many as the header has; none if there is a fault
 */
record CsvLine(
        long number,
        long lastNumber,
        long end,
        List<String> cells,
        @Nullable ImportFault fault) {

    boolean isBlank() {
        return fault == null && cells.stream().allMatch(String::isBlank);
    }
}
