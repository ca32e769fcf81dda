package fr.rappel.refresh;

/** What became of asking the live source. In every case but the first the copy stays as it was. */
public enum Refreshed {
    /** The copy says what the source says now. */
    DONE,
    /** This installation has no live source. */
    OFF,
    /** The source does not know it. */
    UNKNOWN,
    /** The source does not answer, or not in time, or is left alone after failing. */
    UNAVAILABLE,
    /** The answer cannot be read. */
    MALFORMED;

    /** Key of its sentence in the translation bundle. */
    public String messageKey() {
        return "refresh.refreshed." + name();
    }
}
