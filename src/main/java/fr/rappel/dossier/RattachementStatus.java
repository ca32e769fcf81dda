package fr.rappel.dossier;

/** What the information system says of a link between a portal account and a company or establishment. */
public enum RattachementStatus {
    /** Asked for, not answered yet. */
    DEMANDE,
    /** Accepted: the account sees what the link covers, from its first to its last day. */
    ACTIF,
    /** Asked for and refused. */
    REFUSE,
    /** Removed; adding it again makes a new link. */
    RETIRE
}
