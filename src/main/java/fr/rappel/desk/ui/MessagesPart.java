package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.notifications.MessageContent;
import fr.rappel.notifications.Outbox;
import fr.rappel.notifications.OutboxMessage;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.ui.Notices;
import fr.rappel.shared.ui.StateChip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mails of a request with their states. Drawn again only when they changed. */
class MessagesPart extends Div {

    private final Outbox outbox;
    private @Nullable List<OutboxMessage> shown;

    MessagesPart(Outbox outbox) {
        this.outbox = outbox;
        addClassNames("block", "messages");
    }

    void show(String reference, Wording wording) {
        List<OutboxMessage> messages = outbox.of(reference);
        if (messages.equals(shown)) {
            return;
        }
        shown = messages;
        removeAll();
        add(new H2(getTranslation("desk.MessagesPart.title")));
        if (messages.isEmpty()) {
            add(new Paragraph(getTranslation("desk.MessagesPart.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        messages.forEach(message -> list.add(line(message, wording)));
        add(list);
    }

    private ListItem line(OutboxMessage message, Wording wording) {
        String kind = getTranslation(message.kind().messageKey());
        Button read = new Button(kind, click -> read(message, kind, wording));
        read.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        read.setAriaLabel(getTranslation("desk.MessagesPart.read", kind));
        Span when = new Span(wording.moment(message.sentAt() == null ? message.createdAt() : message.sentAt()));
        StateChip state = new StateChip(getTranslation(message.state().messageKey()), message.tone());
        ListItem item = new ListItem(read, state, when);
        if (message.fault() != null) {
            item.add(new Span(getTranslation(message.fault().messageKey())));
        }
        return item;
    }

    private void read(OutboxMessage message, String kind, Wording wording) {
        try {
            MessageContent content = outbox.read(message.id());
            Dialog dialog = new Dialog();
            dialog.setHeaderTitle(kind);
            Div text = new Div(content.text());
            text.addClassName("mail-text");
            text.getElement().setAttribute("tabindex", "0");
            dialog.add(new Paragraph(content.subject()), text);
            dialog.getFooter().add(new Button(getTranslation("desk.MessagesPart.close"), click -> dialog.close()));
            dialog.open();
        } catch (Refusal refusal) {
            Notices.refused(wording.refusal(refusal));
        }
    }
}
