package fr.rappel.statistics;

import java.util.Locale;

/** How an export is written. */
public enum ExportFormat {
    /** UTF-8 with its mark, semicolons, no cell that could be a formula, SIRETs and references in groups. */
    CSV("text/csv;charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** A4, for reading: figures only. */
    PDF("application/pdf");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean holds(ExportContents contents) {
        return this != PDF || contents == ExportContents.BREAKDOWN;
    }

    /** How the name of a file ends, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
