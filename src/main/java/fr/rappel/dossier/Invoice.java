package fr.rappel.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of a dossier. Its issuer gave the number; both together name it.
 *
 * @param amount in cents
 */
public record Invoice(
        String issuerSiret,
        String number,
        String dossierNumber,
        long amount,
        InvoiceStatus status,
        @Nullable String rejectReason,
        @Nullable LocalDate depositedOn) {}
