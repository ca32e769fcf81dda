package fr.rappel.dossier;

/** What of the copy is read, or what a request is about. */
public enum Subject {
    /** Everything of one company on a call sheet; named by its SIREN. */
    COMPANY,
    /** A portal account; named by its address in lower case. */
    ACCOUNT,
    /** Named by its number. */
    DOSSIER,
    /** Named by its number in the information system. */
    DOCUMENT;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.subject." + name();
    }
}
