package fr.rappel.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one dossier.
 *
 * @param employer name of the company, if the copy knows it
 * @param provider name of the training organisation or CFA, if the copy knows it
 * @param history oldest first
 * @param documents newest first
 * @param payments newest first
 * @param blockers what keeps it from going on, most urgent first; empty if nothing does
 */
public record DossierSheet(
        Dossier dossier,
        @Nullable String employer,
        @Nullable String provider,
        List<StatusChange> history,
        List<DossierDocument> documents,
        List<Invoice> invoices,
        List<Payment> payments,
        List<Blocker> blockers) {}
