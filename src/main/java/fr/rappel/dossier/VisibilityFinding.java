package fr.rappel.dossier;

/** Why somebody does not see a dossier on the portal, or that it should be seen; in the order in which it is looked for. */
public enum VisibilityFinding {
    NO_ACCOUNT,
    ACCOUNT_UNCONFIRMED,
    ACCOUNT_BLOCKED,
    ACCOUNT_CLOSED,
    LINK_REQUESTED,
    /** Accepted, from a later day on. */
    LINK_TO_COME,
    /** Accepted, until a day that has passed. */
    LINK_ENDED,
    LINK_REFUSED,
    LINK_REMOVED,
    /** Linked as employer to what is seen as training provider, or the other way round. */
    OTHER_SIDE,
    /** Linked to the SIRET after a move, not to the one before it, which has the dossiers. */
    SUCCESSOR_LINKED,
    /** Linked to the SIRET before a move, not to the one after it. */
    PREDECESSOR_LINKED,
    /** Linked to another establishment of the same company. */
    SISTER_LINKED,
    /** A training provider's account, and a dossier that names no training provider. */
    PROVIDER_UNKNOWN,
    /** Linked to nothing of the kind, and another establishment has taken its place. */
    SIRET_REPLACED,
    /** Linked to nothing of the kind, and the establishment has closed. */
    SIRET_CLOSED,
    NO_LINK,
    /** Linked, but nothing has been transmitted: only the writer sees a draft. */
    DRAFT,
    /** Linked to an establishment that has closed, and not to its company. */
    LINKED_CLOSED,
    /** Seen, under one of the account's two profiles only. */
    PROFILE_FILTER,
    /** Dossiers of an establishment, some under one of the account's two profiles, some under the other. */
    PROFILE_SPLIT,
    VISIBLE;

    /** Key of what to say. */
    public String messageKey() {
        return "dossier.visibility." + name();
    }

    /** Key of the one thing to do, if it is not to add a rattachement. */
    public String actionKey() {
        return "dossier.visibilityAction." + name();
    }
}
