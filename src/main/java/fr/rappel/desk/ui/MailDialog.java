package fr.rappel.desk.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import fr.rappel.callback.CallbackSheet;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.notifications.ReadyAnswer;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.ui.Notices;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes to the visitor: from a ready answer of the topic, with the request's values, or freely; changed at will. */
class MailDialog extends ActionDialog {

    private final AnswerActions.Services services;
    private final String reference;
    private final Wording wording;
    private final Consumer<VisitorAnswer> send;
    private final AnswerFields answer;
    private @Nullable VisitorAnswer put;

    MailDialog(AnswerActions.Services services, CallbackSheet sheet, Wording wording, Consumer<VisitorAnswer> send) {
        super("desk.MailDialog.", wording);
        this.services = services;
        this.reference = sheet.row().reference();
        this.wording = wording;
        this.send = send;
        setCloseOnOutsideClick(false);
        answer = new AnswerFields(
                services.faq(),
                getTranslation("desk.MailDialog.text"),
                getTranslation("desk.MailDialog.help", sheet.email()));
        ComboBox<ReadyAnswer> ready = new ComboBox<>(getTranslation("desk.MailDialog.ready"));
        ready.setItems(services.ready().of(sheet.row().topic()));
        ready.setItemLabelGenerator(one -> one.content().title());
        ready.addValueChangeListener(change -> put(change.getValue()));
        if (services.outbox().isFailing(sheet.email())) {
            explain(AnswerActions.failing(sheet, wording));
        }
        explain(new Paragraph(getTranslation("desk.MailDialog.frame")));
        ask(ready, ready, answer);
    }

    @Override
    boolean act() {
        VisitorAnswer written = answer.answer();
        if (written == null) {
            return refuse("callback.OutcomeRefused.answerMissing");
        }
        send.accept(written);
        return true;
    }

    /** Another ready answer takes the place of one that nobody changed, and follows what was typed. */
    private void put(@Nullable ReadyAnswer chosen) {
        if (chosen == null) {
            return;
        }
        try {
            VisitorAnswer filled = services.ready().filled(chosen.content(), reference);
            VisitorAnswer written = answer.answer();
            answer.show(written == null || written.equals(put) ? filled : written.followedBy(filled));
            put = answer.answer();
        } catch (Refusal refusal) {
            Notices.refused(wording.refusal(refusal));
        }
    }
}
