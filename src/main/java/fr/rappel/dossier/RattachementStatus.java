package fr.rappel.dossier;

/** State of a link between a portal account and a company or establishment. */
public enum RattachementStatus {
    /** Asked for, not answered yet. */
    DEMANDE,
    /** The account sees what the link covers. */
    ACTIF,
    /** Asked for and refused. */
    REFUSE,
    /** Removed; adding it again makes a new link. */
    RETIRE;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.rattachement." + name();
    }
}
