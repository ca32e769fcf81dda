package fr.rappel.callback;

import java.util.EnumSet;
import java.util.Set;

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
    /** A supervisor opened a closed request again, or the visitor came back to it. */
    REOPENED,
    /** The visitor corrected the number to call. */
    PHONE_CORRECTED,
    EMAIL_CORRECTED,
    MESSAGE_ADDED,
    DOCUMENT_ADDED,
    /** The scanner found malware in a document; its contents are gone. */
    DOCUMENT_REFUSED,
    /** The visitor cannot be called at some time. */
    UNAVAILABLE,
    /** The visitor can be called then after all. */
    AVAILABLE_AGAIN,
    /** Taken out of the queue by rule: its turn had come at a time the visitor ruled out. */
    DEFERRED,
    /** The visitor said how satisfied they are. */
    RATED,
    /** Every link to the follow-up page given so far is void. */
    LINK_RENEWED,
    /** The visitor wrote back by mail. */
    REPLIED,
    /** An agent answered by mail. */
    ANSWERED,
    /** Who had just answered by mail took it back before it left. */
    ANSWER_UNDONE;

    private static final Set<FactKind> REMARKS = EnumSet.of(
            NOTED,
            PHONE_CORRECTED,
            EMAIL_CORRECTED,
            MESSAGE_ADDED,
            DOCUMENT_ADDED,
            DOCUMENT_REFUSED,
            UNAVAILABLE,
            AVAILABLE_AGAIN,
            DEFERRED,
            RATED,
            LINK_RENEWED,
            REPLIED);

    /** Whether it adds to a request without being a step of its treatment. */
    boolean isRemark() {
        return REMARKS.contains(this);
    }
}
