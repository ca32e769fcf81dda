package fr.rappel.notifications;

/** Why a message was not sent, or not yet. */
public enum MessageFault {
    /** The mail server is not reached, or does not let us in. */
    SERVER_AWAY,
    /** The mail server refuses it for now, or the connection broke. */
    DEFERRED,
    /** The mail server answered too slowly. */
    TOO_SLOW,
    /** The mail server refuses it for good. */
    REFUSED,
    /** The recipient's mail server returned it. */
    BOUNCED,
    /** Tried in vain for too long. */
    GIVEN_UP,
    /** It cannot be written: its request is gone. */
    UNWRITABLE,
    /** Writing it failed, by a fault of ours. */
    NOT_WRITTEN,
    /** The address has had a receipt within the hour. */
    RECEIPT_LIMIT,
    /** The outcome it tells was taken back. */
    TAKEN_BACK,
    /** The address was taken off the list before it left. */
    UNSUBSCRIBED,
    /** An administrator cancelled it. */
    CANCELLED;

    /** Key of its sentence in the translation bundles. */
    public String messageKey() {
        return "notifications.fault." + name();
    }
}
