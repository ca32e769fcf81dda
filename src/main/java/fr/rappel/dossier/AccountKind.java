package fr.rappel.dossier;

/** For whom a portal account works. */
public enum AccountKind {
    /** An employer. */
    ENTREPRISE,
    /** Organisme de formation: a training provider. */
    OF,
    /** Centre de formation d’apprentis. */
    CFA;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.account." + name();
    }
}
