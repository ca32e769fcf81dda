package fr.rappel.shared;

/** Why a text is not an e-mail address that Rappel writes to. The names are the codes of the API. */
public enum EmailFault {
    /** Nothing was written. */
    REQUIRED,
    /** More than 254 characters, the most that mail servers exchange (RFC 5321). */
    EMAIL_TOO_LONG,
    /** Anything outside the accepted form, see {@link EmailAddress}. */
    EMAIL_INVALID
}
