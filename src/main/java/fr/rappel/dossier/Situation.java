package fr.rappel.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as of today, with what rules look at.
 *
 * @param documents newest first
 * @param bankDetailsKnown whether whoever invoices has been paid before, or handed in a RIB with another dossier
 * @param completeOn day on which its last missing paper arrived
 */
record Situation(
        Dossier dossier,
        List<DossierDocument> documents,
        List<Invoice> invoices,
        List<Payment> payments,
        boolean bankDetailsKnown,
        @Nullable LocalDate completeOn,
        LocalDate today) {

    private static final int DAYS_TO_DECIDE = 20;

    boolean lacks(DocumentKind kind) {
        return documents.stream()
                .noneMatch(document -> document.kind() == kind && document.direction() == DocumentDirection.DEPOSE);
    }

    /** Whether a paper of that kind was handed in and none of them is signed; what is not known counts as signed. */
    boolean isUnsigned(DocumentKind kind) {
        return !lacks(kind)
                && documents.stream()
                        .filter(document -> document.kind() == kind && document.direction() == DocumentDirection.DEPOSE)
                        .allMatch(document -> Boolean.FALSE.equals(document.signed()));
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

    /** The same; if the copy has no such day, the law's is counted from the complete dossier. */
    Optional<LocalDate> silentSince() {
        return dossier.decisionDue() != null || completeOn == null
                ? overdueSince()
                : Optional.of(completeOn.plusDays(DAYS_TO_DECIDE)).filter(due -> due.isBefore(today));
    }
}
