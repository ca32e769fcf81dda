package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import fr.rappel.shared.ui.Notices;
import fr.rappel.shared.ui.Question;
import fr.rappel.statistics.ReportCadence;
import fr.rappel.statistics.ReportSubscription;
import fr.rappel.statistics.ReportSubscriptions;
import fr.rappel.statistics.StatisticsAddress;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Who gets reports by mail, what leaves next and when, and what became of the last one. */
@Route("console/rapports")
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/statistics.css")
class ReportsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LONGEST_ADDRESS = 254;

    private final ReportSubscriptions subscriptions;
    private final TextField address = new TextField();
    private final Select<ReportCadence> cadence = new Select<>();
    private final Paragraph noServer = new Paragraph();
    private final SubscriptionTable table;
    private final Paragraph empty = new Paragraph(getTranslation("statistics.ReportsView.empty"));

    ReportsView(ReportSubscriptions subscriptions, LineCalendar calendar) {
        this.subscriptions = subscriptions;
        table = new SubscriptionTable(calendar.zone(), this::askToRemove);
        empty.addClassName("empty");
        addClassNames("statistics", "reports");
        Header head = new Header(
                new H1(getPageTitle()),
                new Anchor(StatisticsAddress.PATH, getTranslation("statistics.StatisticsView.title")));
        head.addClassName("view-head");
        noServer.setText(getTranslation("statistics.ReportsView.noServer"));
        noServer.addClassName("mail-warning");
        add(head, new Paragraph(getTranslation("statistics.ReportsView.about")), noServer, form(), table, empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("statistics.ReportsView.title");
    }

    private Component form() {
        address.setLabel(getTranslation("statistics.ReportsView.address"));
        address.setMaxLength(LONGEST_ADDRESS);
        address.setAutocomplete(Autocomplete.OFF);
        cadence.setLabel(getTranslation("statistics.ReportsView.cadence"));
        cadence.setItems(ReportCadence.values());
        cadence.setItemLabelGenerator(one -> getTranslation("statistics.ReportCadence." + one));
        cadence.setValue(ReportCadence.WEEK);
        Button add = new Button(getTranslation("statistics.ReportsView.add"), click -> subscribe());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Shortcuts.addShortcutListener(this, this::subscribe, Key.ENTER)
                .listenOn(address)
                .resetFocusOnActiveElement();
        Div form = new Div(address, cadence, add);
        form.addClassName("report-form");
        return form;
    }

    private void subscribe() {
        try {
            subscriptions.add(address.getValue(), cadence.getValue());
            Notices.info(getTranslation("statistics.ReportsView.added", address.getValue()));
            address.clear();
            address.setInvalid(false);
        } catch (Refusal refusal) {
            address.setErrorMessage(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
            address.setInvalid(true);
        }
        address.focus();
        refresh();
    }

    private void askToRemove(ReportSubscription subscription) {
        new Question(
                        "statistics.RemoveReportDialog.",
                        () -> remove(subscription),
                        subscription.address(),
                        getTranslation("statistics.ReportCadence.report." + subscription.cadence()))
                .open();
    }

    private void remove(ReportSubscription subscription) {
        subscriptions.remove(subscription.id());
        Notices.info(getTranslation("statistics.ReportsView.removed", subscription.address()));
        address.focus();
        refresh();
    }

    private void refresh() {
        noServer.setVisible(!subscriptions.hasServer());
        List<ReportSubscription> all = subscriptions.all();
        table.show(all);
        table.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
    }
}
