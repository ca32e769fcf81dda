package fr.rappel.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent needs to know of a caller's company before lifting the receiver. Lists are bounded.
 *
 * @param company null if the copy does not know it
 * @param establishments the caller's own first, then those still open
 * @param accounts the caller's own first, if there is one of that address
 * @param openDossiers newest first
 * @param letters last sent by the institution, newest first
 * @param payments last made for its dossiers, newest first
 */
public record CompanyOverview(
        @Nullable Company company,
        List<Establishment> establishments,
        List<LinkedAccount> accounts,
        List<OpenDossier> openDossiers,
        List<DossierDocument> letters,
        List<Payment> payments) {}
