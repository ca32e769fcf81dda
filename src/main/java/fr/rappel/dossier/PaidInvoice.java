package fr.rappel.dossier;

import org.jspecify.annotations.Nullable;

/**
 * An invoice and what one transfer paid of it.
 *
 * @param payment null while nothing was paid
 */
public record PaidInvoice(Invoice invoice, @Nullable Payment payment) {

    /** What was paid, or else is asked; in cents. */
    public long amount() {
        return payment == null ? invoice.amount() : payment.amount();
    }
}
