package fr.rappel.dossier;

import java.util.List;

/**
 * A portal account and its links to one company, or, if it is the caller's own, to any.
 *
 * @param links active ones first, then newest first
 */
public record LinkedAccount(PortalAccount account, List<Rattachement> links) {}
