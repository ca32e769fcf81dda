package fr.rappel.dossier;

/**
 * Somebody's account on the institution's portal. Not an account of Rappel.
 *
 * @param emailKey the address in lower case: what names the account everywhere
 * @param admin whether it hands out its company's rights on the portal
 */
public record PortalAccount(
        String emailKey, String email, String person, AccountKind kind, boolean admin, AccountStatus status) {}
