package fr.rappel.callback;

/** What can happen to a request; each is one line of its timeline. */
public enum FactKind {
    RECEIVED,
    TAKEN,
    RELEASED,
    /** Released by rule: the claim was left untouched for too long. */
    CLAIM_EXPIRED,
    REASSIGNED,
    CALL_STARTED,
    CALL_ENDED,
    NOTED,
    CLOSED,
    /** Who recorded an outcome took it back at once. */
    UNDONE,
    /** A supervisor opened a closed request again. */
    REOPENED,
    /** The visitor wrote back by mail. */
    REPLIED
}
