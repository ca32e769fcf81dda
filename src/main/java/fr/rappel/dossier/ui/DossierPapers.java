package fr.rappel.dossier.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DossierDocument;
import fr.rappel.dossier.DossierSheet;
import fr.rappel.dossier.Invoice;
import fr.rappel.dossier.Payment;
import fr.rappel.dossier.Purpose;
import fr.rappel.shared.Siret;
import fr.rappel.shared.ui.DataTable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents by kind, the newest of each first; invoices; payments. */
class DossierPapers extends Div {

    private static final int SHORT_NUMBER = 18;

    private final Purpose purpose;

    DossierPapers(DossierSheet sheet, Purpose purpose) {
        this.purpose = purpose;
        addClassName("dossier-papers");
        add(documents(sheet.documents()), invoices(sheet.invoices()), payments(sheet.payments()));
    }

    private Component documents(List<DossierDocument> documents) {
        DataTable table = table("documents", "kind", "dated", "direction", "name");
        documents.stream()
                .sorted(Comparator.comparing(DossierDocument::kind)
                        .thenComparing(DossierDocument::dated, Comparator.reverseOrder()))
                .forEach(document -> table.addRow(
                        new Anchor(
                                new CopyAddress(purpose).document(document.id()),
                                getTranslation(document.kind().messageKey())),
                        day(document.dated()),
                        new Span(getTranslation(document.direction().messageKey())),
                        DataTable.free(
                                document.isWithheld()
                                        ? getTranslation("dossier.DocumentView.withheld")
                                        : document.name())));
        return section("documents", documents.isEmpty(), table);
    }

    private Component invoices(List<Invoice> invoices) {
        DataTable table = table("invoices", "number", "issuer", "amount", "status", "depositedOn");
        invoices.forEach(invoice -> table.addRow(
                number(invoice.number()),
                DataTable.whole(Siret.written(invoice.issuerSiret())),
                amount(invoice.amount()),
                DataTable.free(status(invoice)),
                day(invoice.depositedOn())));
        return section("invoices", invoices.isEmpty(), table);
    }

    private Component payments(List<Payment> payments) {
        DataTable table = table("payments", "paidOn", "amount", "invoice", "bankReference");
        payments.forEach(payment -> table.addRow(
                day(payment.paidOn()),
                amount(payment.amount()),
                number(payment.invoiceNumber()),
                number(payment.bankReference())));
        return section("payments", payments.isEmpty(), table);
    }

    private String status(Invoice invoice) {
        String status = getTranslation(invoice.status().messageKey());
        return invoice.rejectReason() == null
                ? status
                : getTranslation("dossier.DossierPapers.rejected", status, invoice.rejectReason());
    }

    /** The usual ones in one piece; some are as long as a sentence. */
    private static Span number(String number) {
        return number.length() <= SHORT_NUMBER ? DataTable.whole(number) : DataTable.free(number);
    }

    private static Span amount(long cents) {
        return DataTable.whole(DossierWording.euros(cents));
    }

    private Span day(@Nullable LocalDate day) {
        return DataTable.whole(day == null ? "" : DossierWording.day(day, getLocale()));
    }

    private DataTable table(String key, String... columns) {
        return new DataTable(
                getTranslation("dossier.DossierPapers." + key),
                Stream.of(columns)
                        .map(column -> getTranslation("dossier.DossierPapers.column." + column))
                        .toList());
    }

    private Section section(String key, boolean isEmpty, DataTable table) {
        Section section = new Section(new H2(getTranslation("dossier.DossierPapers." + key)));
        section.addClassName("block");
        section.add(isEmpty ? new Paragraph(getTranslation("dossier.DossierPapers." + key + ".none")) : table);
        return section;
    }
}
