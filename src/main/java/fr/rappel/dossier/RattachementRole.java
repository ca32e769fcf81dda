package fr.rappel.dossier;

/** As what an account is linked: it decides which side of a dossier the account sees. */
public enum RattachementRole {
    /** Employer. */
    ENTREPRISE,
    /** Training provider. */
    ORGANISME_FORMATION,
    /** Apprentices' training centre. */
    CFA,
    /** Somebody the employer has mandated, an accountant for instance. */
    TIERS_MANDATE;

    /** Whether the link opens dossiers whose employer it covers; otherwise those whose training provider it covers. */
    public boolean seesAsEmployer() {
        return this == ENTREPRISE || this == TIERS_MANDATE;
    }

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.role." + name();
    }
}
