package fr.rappel.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A dossier as of today, with what rules look at.
 *
 * @param documents newest first
 * @param issuerPaid whether its provider has ever been paid, so that bank details are known
 */
record Situation(
        Dossier dossier,
        List<DossierDocument> documents,
        List<Invoice> invoices,
        List<Payment> payments,
        boolean issuerPaid,
        LocalDate today) {

    boolean lacks(DocumentKind kind) {
        return documents.stream()
                .noneMatch(document -> document.kind() == kind && document.direction() == DocumentDirection.DEPOSE);
    }

    /** The last reminder, if nothing was handed in on a later day. */
    Optional<DossierDocument> unansweredReminder() {
        return documents.stream()
                .filter(document -> document.kind() == DocumentKind.RELANCE)
                .findFirst()
                .filter(reminder -> documents.stream()
                        .noneMatch(document -> document.direction() == DocumentDirection.DEPOSE
                                && document.dated().isAfter(reminder.dated())));
    }

    Optional<Invoice> invoice(InvoiceStatus... statuses) {
        List<InvoiceStatus> wanted = List.of(statuses);
        return invoices.stream()
                .filter(invoice -> wanted.contains(invoice.status()))
                .findFirst();
    }

    boolean hasBegun() {
        return dossier.startsOn() != null && !dossier.startsOn().isAfter(today);
    }

    /** The day until which a decision was due, once it has passed. */
    Optional<LocalDate> overdueSince() {
        return Optional.ofNullable(dossier.decisionDue()).filter(due -> due.isBefore(today));
    }
}
