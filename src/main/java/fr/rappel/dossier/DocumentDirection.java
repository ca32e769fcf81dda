package fr.rappel.dossier;

/** Who wrote to whom. */
public enum DocumentDirection {
    /** Sent by the institution. */
    EMIS,
    /** Handed in on the portal. */
    DEPOSE;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.direction." + name();
    }
}
