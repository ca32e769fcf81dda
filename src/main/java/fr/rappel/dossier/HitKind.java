package fr.rappel.dossier;

/** What a search may find, in the order in which it is shown. */
public enum HitKind {
    /** Named by its number. */
    DOSSIER,
    /** Named by its SIREN. */
    COMPANY,
    /** Named by its SIRET. */
    ESTABLISHMENT,
    /** Named by its e-mail address in lower case. */
    ACCOUNT,
    /** Named by the SIRET of its issuer, a slash and its number. */
    INVOICE,
    /** Named by its bank reference. */
    PAYMENT;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.hit." + name();
    }
}
