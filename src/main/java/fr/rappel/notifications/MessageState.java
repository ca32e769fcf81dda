package fr.rappel.notifications;

/** Where a message stands. */
public enum MessageState {
    /** À envoyer: waits for its turn, for its next try, or for a mail server. */
    WAITING,
    /** Envoyé: the mail server has taken it. */
    SENT,
    /** Échec: refused for good, or tried in vain for too long. */
    FAILED,
    /** Abandonné: will not be sent, by an administrator's decision or by rule. */
    ABANDONED,
    /** Retourné: the mail server took it, the recipient's did not. */
    RETURNED;

    /** Key of its name in the translation bundles. */
    public String messageKey() {
        return "notifications.state." + name();
    }
}
