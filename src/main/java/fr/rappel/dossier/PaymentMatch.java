package fr.rappel.dossier;

import java.util.List;

/**
 * Invoices that together make an amount.
 *
 * @param oneTransfer all were paid by one transfer, and it paid nothing else of this issuer or for this employer: the most likely answer
 */
public record PaymentMatch(List<PaidInvoice> lines, boolean oneTransfer) {}
