package fr.rappel.callback.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.rappel.callback.Receipt;
import fr.rappel.shared.SpokenReference;
import fr.rappel.shared.SpokenTime;

/** What the visitor leaves with: the reference and the promise. */
class ReceiptPanel extends Div {

    private final H1 heading = new H1();

    /**
     * @param followUp path of the page on which the request is followed
     */
    ReceiptPanel(Receipt receipt, String followUp, LinePanel.Services line, Runnable another) {
        addClassNames("form-column", "receipt");
        heading.setText(getTranslation("callback.ReceiptPanel.title"));
        heading.getElement().setAttribute("tabindex", "-1");
        Span reference = new Span(SpokenReference.of(receipt.reference()));
        reference.addClassName("reference-large");
        reference.setId("reference");
        String due = SpokenTime.in(getLocale())
                .relativeDayAndTime(
                        receipt.dueAt(), line.clock().instant(), line.calendar().zone());
        Paragraph promise = new Paragraph(getTranslation("callback.ReceiptPanel.promise", due));
        promise.addClassName("promise");
        Anchor follow = new Anchor(followUp, getTranslation("callback.ReceiptPanel.follow"));
        follow.setRouterIgnore(true);
        follow.addClassName("follow-link");
        Button again = new Button(getTranslation("callback.ReceiptPanel.another"), click -> another.run());
        again.addThemeVariants(ButtonVariant.TERTIARY);
        Div links = new Div(new Anchor("/", getTranslation("callback.ReceiptPanel.home")), again);
        links.addClassName("receipt-links");
        add(
                heading,
                promise,
                new Paragraph(getTranslation("callback.ReceiptPanel.reference")),
                reference,
                new Paragraph(getTranslation("callback.ReceiptPanel.keep")),
                new Paragraph(follow),
                links);
    }

    void focus() {
        heading.getElement().callJsFunction("focus");
    }
}
