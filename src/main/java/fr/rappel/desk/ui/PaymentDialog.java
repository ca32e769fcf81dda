package fr.rappel.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.dossier.Euros;
import fr.rappel.dossier.Invoice;
import fr.rappel.dossier.PaidInvoice;
import fr.rappel.dossier.Payment;
import fr.rappel.dossier.PaymentFinder;
import fr.rappel.dossier.PaymentMatch;
import fr.rappel.dossier.Purpose;
import fr.rappel.shared.Siret;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What did that amount on a bank statement pay? An invoice, a transfer, or invoices that add up to it. */
class PaymentDialog extends AnswerDialog {

    private static final int USUAL_DAYS = 15;

    private final PaymentFinder payments;
    private final Wording wording;
    private final Purpose purpose;
    private final TextField amount = new TextField();
    private final Input day = new Input();
    private final IntegerField days = new IntegerField();
    private final TextField siret = new TextField();

    PaymentDialog(PaymentFinder payments, CopyQuestion question) {
        super("desk.PaymentDialog.", question);
        this.payments = payments;
        this.wording = question.wording();
        this.purpose = question.purpose();
        amount.setLabel(getTranslation("desk.PaymentDialog.amount"));
        amount.setMaxLength(30);
        day.setId("payment-day");
        day.setType("date");
        day.setValue(wording.today().toString());
        NativeLabel label = new NativeLabel(getTranslation("desk.PaymentDialog.day"));
        label.setFor(day);
        days.setLabel(getTranslation("desk.PaymentDialog.days"));
        days.setMin(0);
        days.setMax(PaymentFinder.MOST_DAYS);
        days.setValue(USUAL_DAYS);
        siret.setLabel(getTranslation("desk.PaymentDialog.siret"));
        siret.setHelperText(getTranslation("desk.PaymentDialog.siretHelp"));
        siret.setValue(Wording.company(question.siret()));
        siret.setMaxLength(30);
        Div dated = new Div(label, day);
        dated.addClassName("labelled");
        Div when = new Div(dated, days);
        when.addClassName("field-pair");
        ask(amount, amount, when, siret);
    }

    @Override
    void find() {
        Optional<Euros> euros = Euros.parse(amount.getValue());
        Optional<LocalDate> about = day();
        if (euros.isEmpty()) {
            refuse("desk.PaymentDialog.amountMissing");
        } else if (about.isEmpty()) {
            refuse("desk.PaymentDialog.dayMissing");
        } else if (days.isEmpty() || days.getValue() < 0 || days.getValue() > PaymentFinder.MOST_DAYS) {
            refuse("desk.PaymentDialog.daysMissing");
        } else if (Siret.check(siret.getValue()).isPresent()) {
            refuse("desk.PaymentDialog.siretWrong");
        } else {
            show(payments.find(euros.get(), about.get(), days.getValue(), Siret.parse(siret.getValue()), purpose));
        }
    }

    private void show(List<PaymentMatch> matches) {
        matches.forEach(match -> answer(sentences(match)));
        if (matches.isEmpty()) {
            sayNothingFound(getTranslation("desk.PaymentDialog.none"));
        }
    }

    private List<String> sentences(PaymentMatch match) {
        List<String> lines = match.lines().stream().map(this::line).toList();
        Payment payment = match.lines().getFirst().payment();
        if (match.oneTransfer() && payment != null) {
            return headed(
                    getTranslation(
                            "desk.PaymentDialog.transfer",
                            payment.bankReference(),
                            wording.day(payment.paidOn()),
                            lines.size()),
                    lines);
        }
        return lines.size() == 1 ? lines : headed(getTranslation("desk.PaymentDialog.together", lines.size()), lines);
    }

    private String line(PaidInvoice line) {
        Invoice invoice = line.invoice();
        Payment payment = line.payment();
        return payment == null
                ? getTranslation(
                        "desk.PaymentDialog.unpaid",
                        invoice.number(),
                        invoice.dossierNumber(),
                        Wording.amount(invoice.amount()),
                        getTranslation(invoice.status().messageKey()))
                : getTranslation(
                        "desk.PaymentDialog.paid",
                        invoice.number(),
                        invoice.dossierNumber(),
                        Wording.amount(payment.amount()),
                        wording.day(payment.paidOn()),
                        payment.bankReference());
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(day.getValue()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<String> headed(String heading, List<String> lines) {
        return Stream.concat(Stream.of(heading), lines.stream()).toList();
    }
}
