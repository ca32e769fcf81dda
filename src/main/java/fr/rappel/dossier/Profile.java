package fr.rappel.dossier;

/** The two sides of a dossier, by which the portal filters somebody's dossiers. */
public enum Profile {
    /** The employer's side. */
    ENTREPRISE,
    /** The side of the training organisation or CFA. */
    ORGANISME_FORMATION;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.profile." + name();
    }
}
