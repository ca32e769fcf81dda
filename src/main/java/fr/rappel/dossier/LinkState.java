package fr.rappel.dossier;

/** Where a rattachement stands on some day: what the information system says of it, and whether its days have come or gone. */
public enum LinkState {
    /** Asked for, not answered yet. */
    DEMANDE,
    /** Accepted from a later day on. */
    A_VENIR,
    /** The account sees what the link covers. */
    ACTIF,
    /** Was accepted until a day that has passed. */
    TERMINE,
    /** Asked for and refused. */
    REFUSE,
    /** Removed. */
    RETIRE;

    /** Whether only a new link would open anything. */
    public boolean isOver() {
        return this == TERMINE || this == REFUSE || this == RETIRE;
    }

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.rattachement." + name();
    }
}
