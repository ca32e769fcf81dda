package fr.rappel.dossier;

/** Why somebody does not see a dossier on the portal, or that it should be seen. Each has its one action. */
public enum VisibilityFinding {
    NO_ACCOUNT,
    ACCOUNT_UNCONFIRMED,
    ACCOUNT_BLOCKED,
    ACCOUNT_CLOSED,
    /** Linked, but nothing has been transmitted: only the writer sees a draft. */
    DRAFT,
    /** Seen, under one of the account's two profiles only. */
    PROFILE_FILTER,
    VISIBLE,
    LINK_REQUESTED,
    LINK_REFUSED,
    LINK_REMOVED,
    /** Linked as employer to what is seen as training provider, or the other way round. */
    OTHER_SIDE,
    /** Linked to the SIRET before or after a move, not to the one concerned. */
    MOVED,
    /** Linked to another establishment of the same company. */
    SISTER_LINKED,
    /** Linked to nothing of the kind, and another establishment has taken its place. */
    SIRET_REPLACED,
    /** Linked to nothing of the kind, and the establishment has closed. */
    SIRET_CLOSED,
    NO_LINK;

    /** Key of what to say. */
    public String messageKey() {
        return "dossier.visibility." + name();
    }

    /** Key of the one thing to do. */
    public String actionKey() {
        return "dossier.visibilityAction." + name();
    }
}
