package fr.rappel.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

    /** From columns of the invoice, and {@code bank_reference}, {@code paid} and {@code paid_on}. */
    static PaidInvoice read(ResultSet result, int number) throws SQLException {
        Invoice invoice = new Invoice(
                result.getString("issuer_siret"),
                result.getString("number"),
                result.getString("dossier_number"),
                result.getLong("amount"),
                InvoiceStatus.valueOf(result.getString("status")),
                result.getString("reject_reason"),
                result.getObject("deposited_on", LocalDate.class));
        String reference = result.getString("bank_reference");
        Payment payment = reference == null
                ? null
                : new Payment(
                        reference,
                        invoice.issuerSiret(),
                        invoice.number(),
                        result.getLong("paid"),
                        result.getObject("paid_on", LocalDate.class));
        return new PaidInvoice(invoice, payment);
    }
}
