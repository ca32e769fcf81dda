package fr.rappel.statistics;

import java.time.Instant;
import java.util.Locale;

/**
 * A file that somebody asked for.
 *
 * @param comparison what the figures of a breakdown or of the days are compared with
 * @param language in which its words are written
 * @param rowsExpected 0 until it is known
 */
public record Export(
        long id,
        String requestedBy,
        Instant requestedAt,
        ExportContents contents,
        ExportFormat format,
        Locale language,
        RowQuery query,
        Comparison comparison,
        ExportStatus status,
        long rowsExpected,
        long rowsWritten) {

    /** How much of it is written, 0 to 100. */
    public int percent() {
        return rowsExpected == 0 ? 0 : (int) Math.min(100, rowsWritten * 100 / rowsExpected);
    }
}
