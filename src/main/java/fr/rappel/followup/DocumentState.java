package fr.rappel.followup;

/** What the virus scanner said of a document. */
public enum DocumentState {
    /** Pas encore vérifié: nobody gets it before the scanner has seen it. */
    WAITING,
    /** Vérifié. */
    CLEAN,
    /** Non vérifié: this installation had no scanner when it came in. */
    UNCHECKED,
    /** Refusé: malware was found; the contents are gone. */
    INFECTED;

    /** Whether it may leave the store. */
    public boolean isReadable() {
        return this == CLEAN || this == UNCHECKED;
    }
}
