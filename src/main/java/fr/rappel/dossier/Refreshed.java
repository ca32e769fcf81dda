package fr.rappel.dossier;

/** What became of asking the live source. In every case but the first the copy stays as it was. */
public enum Refreshed {
    /** The copy says what the source says now. */
    DONE,
    /** This installation has no live source. */
    OFF,
    /** The source does not know it. */
    UNKNOWN,
    /** The source does not answer, or not in time. */
    UNAVAILABLE,
    /** It failed too often in a row and is not asked for a while. */
    LEFT_ALONE,
    /** The answer cannot be read. */
    MALFORMED;

    /** Key of its sentence in the translation bundle. */
    public String messageKey() {
        return "dossier.refreshed." + name();
    }
}
