package fr.rappel.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.dossier.Payment;
import java.util.List;

/** The last payments made for the company's dossiers. */
class PaymentPart extends Div {

    PaymentPart(List<Payment> payments, Wording wording) {
        addClassNames("block", "payment-part");
        add(new H2(getTranslation("desk.PaymentPart.title")));
        if (payments.isEmpty()) {
            add(new Paragraph(getTranslation("desk.PaymentPart.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        payments.forEach(payment -> {
            Span amount = new Span(Wording.amount(payment.amount()));
            amount.addClassName("amount");
            list.add(new ListItem(
                    amount,
                    new Span(getTranslation(
                            "desk.PaymentPart.line",
                            wording.day(payment.paidOn()),
                            payment.invoiceNumber(),
                            payment.bankReference()))));
        });
        add(list);
    }
}
