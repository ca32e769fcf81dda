package fr.rappel.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent needs to know of a caller's company before lifting the receiver. Lists are bounded.
 *
 * @param company null if the copy does not know it
 * @param establishments the caller's own first, then those still open
 * @param allEstablishments how many there are
 * @param accounts the caller's own first, if there is one of that address
 * @param allAccounts how many are linked to the company
 * @param openDossiers newest first
 * @param moreOpen whether there may be more of them than these
 * @param letters last sent by the institution, newest first
 * @param payments last made for its dossiers, newest first
 */
public record CompanyOverview(
        @Nullable Company company,
        List<Establishment> establishments,
        int allEstablishments,
        List<LinkedAccount> accounts,
        int allAccounts,
        List<OpenDossier> openDossiers,
        boolean moreOpen,
        List<DossierDocument> letters,
        List<Payment> payments) {

    /** Of a company that the copy does not know; accounts may be linked to it all the same. */
    static CompanyOverview unknown(List<LinkedAccount> accounts, int allAccounts) {
        return new CompanyOverview(null, List.of(), 0, accounts, allAccounts, List.of(), false, List.of(), List.of());
    }
}
