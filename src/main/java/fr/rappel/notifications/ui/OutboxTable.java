package fr.rappel.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.rappel.notifications.MessageState;
import fr.rappel.notifications.OutboxMessage;
import fr.rappel.shared.SpokenReference;
import fr.rappel.shared.ui.DataTable;
import fr.rappel.shared.ui.StateChip;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages with what became of them; the first cell opens the message. */
class OutboxTable extends Div {

    /** What a line's buttons do. */
    record Actions(Consumer<OutboxMessage> read, Consumer<OutboxMessage> resend, Consumer<OutboxMessage> cancel) {}

    private final MessageWording wording;
    private final Actions actions;
    private final DataTable table;

    OutboxTable(MessageWording wording, Actions actions) {
        this.wording = wording;
        this.actions = actions;
        table = new DataTable(
                getTranslation("notifications.OutboxView.title"),
                Stream.of("message", "state", "recipient", "request", "when", "detail", "actions")
                        .map(column -> getTranslation("notifications.OutboxTable.column." + column))
                        .toList());
        add(table);
    }

    /**
     * @param sends whether there is a server that messages are tried on
     */
    void show(List<OutboxMessage> messages, boolean sends) {
        table.getBody().removeAllRows();
        messages.forEach(message -> table.addRow(
                read(message),
                new StateChip(getTranslation(message.state().messageKey()), message.tone()),
                DataTable.free(message.recipient()),
                request(message.reference()),
                new Span(wording.moment(message.createdAt(), getLocale())),
                detail(message, sends),
                buttons(message)));
    }

    /** Nothing for what is about no request. */
    private static Component request(@Nullable String reference) {
        return reference == null
                ? new Span()
                : new Anchor("console/demandes/" + reference, SpokenReference.of(reference));
    }

    private Component read(OutboxMessage message) {
        Button read = small(
                getTranslation(message.kind().messageKey()),
                () -> actions.read().accept(message));
        read.setAriaLabel(named("readNamed", message));
        return read;
    }

    private Component detail(OutboxMessage message, boolean sends) {
        Div detail = new Div();
        detail.addClassName("mail-detail");
        if (message.sentAt() != null) {
            detail.add(new Span(
                    getTranslation("notifications.OutboxTable.sent", wording.moment(message.sentAt(), getLocale()))));
        }
        if (message.attempts() > 0 && message.state() != MessageState.SENT) {
            detail.add(new Span(getTranslation("notifications.OutboxTable.attempts", message.attempts())));
        }
        if (message.state() == MessageState.WAITING) {
            detail.add(new Span(
                    sends
                            ? getTranslation(
                                    "notifications.OutboxTable.waits", wording.moment(message.sendAfter(), getLocale()))
                            : getTranslation("notifications.OutboxTable.waitsForServer")));
        }
        if (message.fault() != null) {
            detail.add(new Span(getTranslation(message.fault().messageKey())));
        }
        if (message.faultDetail() != null) {
            detail.add(DataTable.free(message.faultDetail()));
        }
        return detail;
    }

    private Component buttons(OutboxMessage message) {
        boolean waits = message.state() == MessageState.WAITING;
        String name = waits ? "cancel" : "resend";
        Button button = small(
                getTranslation("notifications.OutboxTable." + name),
                () -> (waits ? actions.cancel() : actions.resend()).accept(message));
        button.setAriaLabel(named(waits ? "cancelNamed" : "resendNamed", message));
        return button;
    }

    private String named(String key, OutboxMessage message) {
        return getTranslation(
                "notifications.OutboxTable." + key,
                getTranslation(message.kind().messageKey()),
                message.recipient());
    }

    private static Button small(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
