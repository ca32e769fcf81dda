package fr.rappel.notifications.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import fr.rappel.notifications.MessageState;
import fr.rappel.notifications.Outbox;
import fr.rappel.notifications.OutboxMessage;
import fr.rappel.notifications.OutboxPage;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import fr.rappel.shared.ui.Notices;
import fr.rappel.shared.ui.PageTurner;
import fr.rappel.shared.ui.Question;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** For administrators: every message that leaves, what became of it, and what it says. */
@Route("console/envois")
@Menu(order = 9, title = "notifications.OutboxView.title")
@RolesAllowed(Roles.ADMIN)
@StyleSheet("context://styles/mails.css")
class OutboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE_SIZE = 50;

    private final Outbox outbox;
    private final ComboBox<MessageState> state = new ComboBox<>();
    private final TextField search = new TextField();
    private final OutboxTable table;
    private final Paragraph noServer = new Paragraph();
    private final Paragraph empty = new Paragraph();
    private final PageTurner<Long> pages;
    private @Nullable OutboxPage shown;

    OutboxView(Outbox outbox, MessageWording wording, OutboxUpdates updates) {
        this.outbox = outbox;
        addClassName("outbox");
        Header head = new Header(
                new H1(getTranslation("notifications.OutboxView.title")),
                new Button(getTranslation("notifications.OutboxView.refresh"), click -> refresh()));
        head.addClassName("view-head");
        noServer.setText(getTranslation("notifications.OutboxView.noServer"));
        noServer.addClassName("mail-warning");
        table = new OutboxTable(wording, new OutboxTable.Actions(this::read, this::resend, this::cancel));
        empty.addClassName("empty");
        empty.getElement().setAttribute("role", "status");
        pages = new PageTurner<>(
                getTranslation("notifications.OutboxView.newer"),
                getTranslation("notifications.OutboxView.older"),
                this::refresh);
        add(head, noServer, filters(), table, empty, pages);
        updates.whileAttached(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notifications.OutboxView.title");
    }

    private Div filters() {
        state.setLabel(getTranslation("notifications.OutboxView.state"));
        state.setPlaceholder(getTranslation("notifications.OutboxView.everyState"));
        state.setItems(MessageState.values());
        state.setItemLabelGenerator(one -> getTranslation(one.messageKey()));
        state.setClearButtonVisible(true);
        state.addValueChangeListener(change -> pages.restart());
        search.setLabel(getTranslation("notifications.OutboxView.search"));
        search.setHelperText(getTranslation("notifications.OutboxView.search.help"));
        search.setMaxLength(254);
        search.setClearButtonVisible(true);
        search.addValueChangeListener(change -> pages.restart());
        Div filters = new Div(state, search);
        filters.addClassNames("filters", "filters-fields");
        return filters;
    }

    /** What has not changed is not drawn again: a focus and a reading voice stay where they are. */
    private void refresh() {
        OutboxPage found = outbox.page(state.getValue(), search.getValue(), pages.place(), PAGE_SIZE);
        if (!found.equals(shown)) {
            shown = found;
            table.show(found.messages(), outbox.hasServer());
        }
        boolean nothing = found.messages().isEmpty();
        boolean narrowed = !state.isEmpty() || !CleanText.isBlank(search.getValue());
        noServer.setVisible(!outbox.hasServer());
        table.setVisible(!nothing);
        empty.setVisible(nothing);
        empty.setText(
                getTranslation(narrowed ? "notifications.OutboxView.emptyFiltered" : "notifications.OutboxView.empty"));
        pages.show(found.next());
    }

    private void read(OutboxMessage message) {
        doing(
                () -> new MessageDialog(getTranslation(message.kind().messageKey()), outbox.read(message.id())).open(),
                null);
    }

    private void resend(OutboxMessage message) {
        doing(() -> outbox.resend(message.id()), "notifications.OutboxView.resent");
    }

    private void cancel(OutboxMessage message) {
        new Question(
                        "notifications.CancelDialog.",
                        () -> doing(() -> outbox.cancel(message.id()), "notifications.OutboxView.cancelled"),
                        getTranslation(message.kind().messageKey()),
                        message.recipient())
                .open();
    }

    /** Runs an action, says that it was done or why not, and shows where things stand. */
    private void doing(Runnable action, @Nullable String doneKey) {
        try {
            action.run();
            if (doneKey != null) {
                Notices.info(getTranslation(doneKey));
            }
        } catch (Refusal refusal) {
            Notices.refused(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
        }
        refresh();
    }
}
