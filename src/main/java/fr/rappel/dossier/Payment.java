package fr.rappel.dossier;

import java.time.LocalDate;

/**
 * What one bank transfer paid of one invoice.
 *
 * @param amount in cents
 */
public record Payment(String bankReference, String issuerSiret, String invoiceNumber, long amount, LocalDate paidOn) {}
