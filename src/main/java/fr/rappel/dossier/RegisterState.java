package fr.rappel.dossier;

/** Whether a company or an establishment still lives, in the register of companies. */
public enum RegisterState {
    /** Active. */
    ACTIVE,
    /** Cessée, fermée. */
    CLOSED;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.register." + name();
    }
}
