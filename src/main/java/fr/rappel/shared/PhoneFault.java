package fr.rappel.shared;

/** Why a text is not a number that an agent in France can call back. The names are the codes of the API. */
public enum PhoneFault {
    /** Nothing was written. */
    REQUIRED,
    /** Something other than one number in digits: words, an extension, a second number after a sign. */
    PHONE_LETTERS,
    /** A number of two to six digits, such as 112 or 3949, that nobody can be reached at. */
    PHONE_SHORT_NUMBER,
    /** Digits are missing. */
    PHONE_TOO_SHORT,
    /** There are too many digits. */
    PHONE_TOO_LONG,
    /** Free for the caller (0800 to 0805): the reception of a company, not somebody's line. */
    PHONE_FREE,
    /** At the price of a usual call (0806 to 0809): the reception of a company, not somebody's line. */
    PHONE_RECEPTION,
    /** The caller pays part of a service (081, 082, 088). */
    PHONE_SHARED_COST,
    /** The caller pays for a service (089). */
    PHONE_PREMIUM,
    /** Reserved to machines (0700). */
    PHONE_MACHINE,
    /** Reserved to technical platforms (0937 to 0939). */
    PHONE_PLATFORM,
    /** Reserved to automated calls and canvassing (0162, 0163, 0270 and others). */
    PHONE_CANVASSING,
    /** Given to nobody, or in no known writing. */
    PHONE_INVALID
}
