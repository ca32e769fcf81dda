package fr.rappel.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as of today, with what rules look at.
 *
 * @param papers all its documents, by what rules ask of them
 * @param invoices newest first; of very many the newest
 * @param payable SIRETs of those who invoice and have been paid before, or handed in a RIB with another dossier
 * @param completeOn day on which its last missing paper arrived
 */
record Situation(
        Dossier dossier,
        List<Papers> papers,
        List<Invoice> invoices,
        Set<String> payable,
        @Nullable LocalDate completeOn,
        LocalDate today) {

    private static final int DAYS_TO_DECIDE = 20;

    /**
     * Documents of a dossier that are the same to any rule.
     *
     * @param newest day of the newest of them
     */
    record Papers(
            String dossierNumber,
            DocumentKind kind,
            DocumentDirection direction,
            @Nullable Boolean signed,
            LocalDate newest) {}

    boolean lacks(DocumentKind kind) {
        return received(kind).findAny().isEmpty();
    }

    /** Whether a paper of that kind was handed in and none of them is signed; what is not known counts as signed. */
    boolean isUnsigned(DocumentKind kind) {
        return !lacks(kind) && received(kind).allMatch(paper -> Boolean.FALSE.equals(paper.signed()));
    }

    /** The day of the last reminder, if nothing was handed in on a later day. */
    Optional<LocalDate> unansweredReminder() {
        return papers.stream()
                .filter(paper -> paper.kind() == DocumentKind.RELANCE)
                .map(Papers::newest)
                .max(Comparator.naturalOrder())
                .filter(reminder -> papers.stream()
                        .noneMatch(paper -> paper.direction() == DocumentDirection.DEPOSE
                                && paper.newest().isAfter(reminder)));
    }

    /**
     * Rejected invoices that nothing has replaced: their issuer has handed in no other on a later day that was not rejected
     * as well. The copy does not say which invoice corrects which.
     */
    Stream<Invoice> rejectedInvoices() {
        return invoices.stream()
                .filter(invoice -> invoice.status() == InvoiceStatus.REJETEE)
                .filter(rejected -> invoices.stream().noneMatch(other -> replaces(other, rejected)));
    }

    /** Invoices whose payment is to come. A credit note is not paid. */
    Stream<Invoice> invoicesToPay() {
        return invoices.stream()
                .filter(invoice -> invoice.amount() > 0
                        && switch (invoice.status()) {
                            case DEPOSEE, EN_CONTROLE, BONNE_A_PAYER -> true;
                            case REJETEE, PAYEE -> false;
                        });
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

    private Stream<Papers> received(DocumentKind kind) {
        return papers.stream().filter(paper -> paper.kind() == kind && paper.direction() == DocumentDirection.DEPOSE);
    }

    private static boolean replaces(Invoice later, Invoice rejected) {
        return later.status() != InvoiceStatus.REJETEE
                && later.issuerSiret().equals(rejected.issuerSiret())
                && Long.signum(later.amount()) == Long.signum(rejected.amount())
                && later.depositedOn() != null
                && rejected.depositedOn() != null
                && later.depositedOn().isAfter(rejected.depositedOn());
    }
}
