package fr.rappel.dossier;

/** What a dossier asks funding for. The names are those of the trade and of the files. */
public enum DossierType {
    CONTRAT_APPRENTISSAGE,
    CONTRAT_PROFESSIONNALISATION,
    /** Closed to what was signed since 2026; earlier dossiers live on. */
    PRO_A,
    /** Replaces Pro-A. */
    PERIODE_RECONVERSION,
    ACTION_FORMATION,
    DISPOSITIF_TRAVAIL_TEMPORAIRE;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.type." + name();
    }
}
