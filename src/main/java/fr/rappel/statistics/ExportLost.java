package fr.rappel.statistics;

/** Another process writes the export now. */
final class ExportLost extends RuntimeException {

    ExportLost() {
        super(null, null, false, false);
    }
}
