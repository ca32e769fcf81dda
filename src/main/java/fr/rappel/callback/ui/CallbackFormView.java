package fr.rappel.callback.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.PreserveOnRefresh;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.callback.Receipt;
import fr.rappel.callback.ReceiptLink;
import fr.rappel.faq.Readership;
import fr.rappel.shared.Organisation;

/**
 * Asking to be called back. Reloading the page keeps what was typed and the key of the submission, so that a request is
 * stored once however often the button is pressed.
 */
@Route("rappel")
@PreserveOnRefresh
@AnonymousAllowed
@StyleSheet("context://styles/form.css")
class CallbackFormView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CallbackForm.Services services;
    private final LinePanel.Services lineServices;
    private final ReceiptLink receipts;
    private final Readership readership;
    private final Organisation organisation;
    private String title;
    private String cameFrom = "";

    CallbackFormView(
            CallbackForm.Services services,
            LinePanel.Services lineServices,
            ReceiptLink receipts,
            Readership readership,
            Organisation organisation) {
        this.services = services;
        this.receipts = receipts;
        this.readership = readership;
        this.lineServices = lineServices;
        this.organisation = organisation;
        this.title = getTranslation("callback.CallbackFormView.title");
        addClassName("callback-page");
        askAnew();
    }

    /** The page of an answer tells its slug. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        cameFrom = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("depuis")
                .orElse("");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void askAnew() {
        removeAll();
        Div side = new Div(new LinePanel(lineServices, organisation));
        side.addClassName("side");
        H1 heading = new H1(getTranslation("callback.CallbackFormView.title"));
        Paragraph lead = new Paragraph(getTranslation("callback.CallbackFormView.lead"));
        lead.addClassName("lead");
        Div body = new Div(heading, lead, new CallbackForm(services, this::thank));
        body.addClassName("form-column");
        add(body, side);
    }

    private void thank(Receipt receipt) {
        readership.asked(cameFrom, receipt.replayed());
        removeAll();
        title = getTranslation("callback.ReceiptPanel.title");
        getUI().ifPresent(ui -> ui.getPage().setTitle(title));
        String followUp = receipts.pathOf(receipt.reference());
        ReceiptPanel panel = new ReceiptPanel(receipt, followUp, lineServices, this::askAnew);
        Div side = new Div(new LinePanel(lineServices, organisation));
        side.addClassName("side");
        add(panel, side);
        panel.focus();
    }
}
