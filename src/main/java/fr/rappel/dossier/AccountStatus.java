package fr.rappel.dossier;

/** Whether a portal account may be used. */
public enum AccountStatus {
    /** Created, its e-mail address not confirmed yet. */
    A_CONFIRMER,
    /** In use. */
    ACTIF,
    /** Locked, by the portal or by its administrator. */
    BLOQUE,
    /** Closed. */
    FERME;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.accountStatus." + name();
    }
}
