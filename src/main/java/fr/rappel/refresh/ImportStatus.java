package fr.rappel.refresh;

import fr.rappel.shared.Tone;

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

    /** How it is to be taken. */
    public Tone tone() {
        return switch (this) {
            case DONE -> Tone.GOOD;
            case WAITING -> Tone.ATTENTION;
            case RUNNING -> Tone.WAITING;
            case REFUSED, FAILED -> Tone.BAD;
        };
    }

    /** Whether it is over. */
    public boolean isFinished() {
        return this == DONE || this == REFUSED || this == FAILED;
    }

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "refresh.status." + name();
    }
}
