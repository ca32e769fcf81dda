package fr.rappel.shared;

/** Why a text is not a SIREN, in the order in which the reasons are tested. */
public enum SirenFault {
    /** Nothing was written. */
    VIDE,
    /** Something other than the digits 0 to 9 remains once separators are removed. */
    CARACTERE,
    /** Fourteen digits: the whole SIRET. */
    SIRET_SAISI,
    /** Not nine digits. */
    LONGUEUR,
    /** Nothing but zeros, which Luhn's check would accept. */
    SIREN_NUL,
    /** Luhn's check fails. */
    LUHN_SIREN
}
