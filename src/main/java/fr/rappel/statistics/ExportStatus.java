package fr.rappel.statistics;

/** How far an export is. */
public enum ExportStatus {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    /** Written, and gone after {@link Exports#KEPT}. */
    EXPIRED;

    public boolean isFinished() {
        return this != WAITING && this != RUNNING;
    }
}
