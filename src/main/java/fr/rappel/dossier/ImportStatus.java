package fr.rappel.dossier;

/** Where an import stands. */
public enum ImportStatus {
    /** Received; its turn has not come. */
    WAITING,
    /** Being read. A run whose process was killed stays so until another goes on with it. */
    RUNNING,
    /** Read to its end; lines may have been refused. */
    DONE,
    /** Not a file that can be imported; the reason says why. Rows stored before stay. */
    REFUSED,
    /** Ended by an unexpected failure, which is in the log. */
    FAILED;

    /** Whether it is over. */
    public boolean isFinished() {
        return this == DONE || this == REFUSED || this == FAILED;
    }

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.import.status." + name();
    }
}
