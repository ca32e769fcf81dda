package fr.rappel.dossier;

import java.util.List;

/**
 * A portal account and its links to one company, or, if it is the caller's own, to any.
 *
 * @param links active ones first, then newest first
 * @param more whether there are more of them than these
 */
public record LinkedAccount(PortalAccount account, List<Rattachement> links, boolean more) {

    private static final int MOST = 60;

    /** How many are read to know whether there are more than are shown. */
    static final int READ = MOST + 1;

    /** The first of these links, and whether others follow. */
    static LinkedAccount of(PortalAccount account, List<Rattachement> links) {
        return new LinkedAccount(account, links.stream().limit(MOST).toList(), links.size() > MOST);
    }
}
