package fr.rappel.dossier;

/** Why somebody reads a dossier outside any request. Its initial letter chooses it. */
public enum ReadingReason {
    /** Somebody is on the telephone who has left no request. */
    INCOMING_CALL,
    /** A letter or a mail has to be answered. */
    MAIL,
    /** A complaint is looked into. */
    COMPLAINT,
    /** One's own or a colleague's work is checked. */
    VERIFICATION;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.reason." + name();
    }
}
