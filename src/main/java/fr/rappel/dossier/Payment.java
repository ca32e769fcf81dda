package fr.rappel.dossier;

import java.time.LocalDate;

/**
 * What one bank transfer paid of one invoice.
 *
 * @param amount in cents
 */
public record Payment(String bankReference, String issuerSiret, String invoiceNumber, long amount, LocalDate paidOn) {

    /** Whether it is this invoice that was paid. */
    public boolean pays(Invoice invoice) {
        return issuerSiret.equals(invoice.issuerSiret()) && invoiceNumber.equals(invoice.number());
    }
}
