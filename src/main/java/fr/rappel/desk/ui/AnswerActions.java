package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H3;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackAnswers;
import fr.rappel.callback.CallbackSheet;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.faq.Faq;
import fr.rappel.notifications.Outbox;
import fr.rappel.notifications.ReadyAnswer;
import fr.rappel.notifications.ReadyAnswerDraft;
import fr.rappel.notifications.ReadyAnswers;
import fr.rappel.shared.PhoneNumber;
import fr.rappel.shared.Tone;
import fr.rappel.shared.ui.Notices;
import fr.rappel.shared.ui.StateChip;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** What leaves by mail from the call sheet: an answer at any time, and macros: note, outcome and mail in one key. */
class AnswerActions {

    /** Letters that nothing else on the sheet uses; a macro beyond them has its button only. */
    private static final String MACRO_KEYS = "abdfghioqs";

    /** What they talk to. */
    @Service
    record Services(CallbackAnswers answers, ReadyAnswers ready, Outbox outbox, Faq faq) {}

    private final Services services;
    private boolean failing;

    AnswerActions(Services services) {
        this.services = services;
    }

    /** Whether macros warn that mails do not reach the visitor. */
    void warn(boolean failing) {
        this.failing = failing;
    }

    /**
     * The mail to write.
     *
     * @param sending runs the sending and shows what came of it
     */
    MailDialog mail(CallbackSheet sheet, Wording words, Consumer<Runnable> sending) {
        return new MailDialog(
                services,
                sheet,
                words,
                answer -> sending.accept(() -> {
                    services.answers().send(sheet.row().reference(), answer);
                    Notices.info(words.text("desk.MailDialog.written"));
                }));
    }

    /**
     * The macros of the request's topic under their heading; nothing if there are none.
     *
     * @param possible the outcomes that can be recorded now
     */
    List<Component> macros(
            CallbackSheet sheet, Wording words, Predicate<CallOutcome> possible, Consumer<ReadyAnswerDraft> apply) {
        List<ReadyAnswerDraft> macros = services.ready().of(sheet.row().topic()).stream()
                .map(ReadyAnswer::content)
                .filter(ready -> ready.outcome() != null && possible.test(ready.outcome()))
                .toList();
        List<Component> shown = new ArrayList<>();
        if (!macros.isEmpty()) {
            shown.add(new H3(words.text("desk.AnswerActions.macros")));
            if (failing) {
                shown.add(failing(sheet, words));
            }
        }
        for (int i = 0; i < macros.size(); i++) {
            Button button = macro(macros.get(i), words, apply);
            shown.add(i < MACRO_KEYS.length() ? ActionButtons.withKey(button, MACRO_KEYS.substring(i, i + 1)) : button);
        }
        return shown;
    }

    /** A macro's answer with the values of the request. */
    VisitorAnswer filled(ReadyAnswerDraft macro, String reference) {
        return services.ready().filled(macro, reference);
    }

    /** A warning that mails do not arrive, and the number that does better. */
    static Component failing(CallbackSheet sheet, Wording words) {
        String phone = new PhoneNumber(sheet.row().phone()).national();
        return new StateChip(words.text("desk.AnswerActions.failing", phone), Tone.BAD);
    }

    private static Button macro(ReadyAnswerDraft macro, Wording words, Consumer<ReadyAnswerDraft> apply) {
        String outcome = words.outcome(Objects.requireNonNull(macro.outcome()));
        Button button = new Button(
                words.text("desk.AnswerActions.macro", macro.title(), outcome), click -> apply.accept(macro));
        button.addClassName("outcome");
        return button;
    }
}
