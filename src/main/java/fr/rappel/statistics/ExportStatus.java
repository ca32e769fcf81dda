package fr.rappel.statistics;

/** How far an export is. */
public enum ExportStatus {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    /** Written or failed, and nothing of it on disk any more after {@link Exports#KEPT}. */
    EXPIRED;

    public boolean isFinished() {
        return this != WAITING && this != RUNNING;
    }
}
