package fr.rappel.shared;

/** Why a text is not a SIRET, in the order in which the reasons are tested. The names are the codes of the API. */
public enum SiretFault {
    /** Nothing was written. */
    VIDE,
    /** Something other than the digits 0 to 9 remains once separators are removed. */
    CARACTERE,
    /** Nine digits: a company number without its establishment. */
    SIREN_SEUL,
    /** Not fourteen digits. */
    LONGUEUR,
    /** The company number is nothing but zeros, which Luhn's check would accept. */
    SIREN_NUL,
    /** An establishment of La Poste, other than the head office, whose digits do not add up to a multiple of five. */
    LA_POSTE_MODULO_5,
    /** Luhn's check holds for the company number and fails for the whole. */
    LUHN_SIRET,
    /** Luhn's check holds for the whole and fails for the company number. */
    LUHN_SIREN,
    /** Luhn's check fails for both. */
    LUHN_SIREN_ET_SIRET
}
