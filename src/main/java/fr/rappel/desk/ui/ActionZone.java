package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.calendar.LinePhrases;
import fr.rappel.calendar.LineState;
import fr.rappel.callback.Attempt;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackCalls;
import fr.rappel.callback.CallbackSheet;
import fr.rappel.callback.CallbackStatus;
import fr.rappel.callback.CallbackWork;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import fr.rappel.users.UserAccounts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What I do: take, call, say how it ended. Every outcome is one key once the call has started. */
class ActionZone extends Section {

    private static final List<CallOutcome> OUTCOMES = List.of(
            CallOutcome.RESOLVED,
            CallOutcome.INFORMED,
            CallOutcome.NO_ANSWER,
            CallOutcome.MESSAGE_LEFT,
            CallOutcome.BUSY,
            CallOutcome.WRONG_NUMBER,
            CallOutcome.CALL_LATER,
            CallOutcome.OUT_OF_SCOPE,
            CallOutcome.DUPLICATE,
            CallOutcome.SPAM);

    /** What the buttons call. */
    @Service
    record Services(
            CallbackWork work,
            CallbackCalls calls,
            LineCalendar calendar,
            LinePhrases phrases,
            UserAccounts accounts,
            CurrentUser currentUser) {}

    private final Wording wording;
    private final Services services;
    private final Runnable refresh;
    private final Div state = new Div();
    private final TextArea note = new TextArea();
    private final Div buttons = new Div();
    private @Nullable CallbackSheet sheet;
    private String situation = "";

    ActionZone(Wording wording, Services services, Runnable refresh) {
        this.wording = wording;
        this.services = services;
        this.refresh = refresh;
        addClassNames("zone", "actions");
        getElement().setAttribute("aria-label", getTranslation("desk.ActionZone.title"));
        note.setLabel(getTranslation("desk.ActionZone.note"));
        note.setHelperText(getTranslation("desk.ActionZone.noteHelp"));
        note.setMaxLength(OutcomeReport.NOTE_MAX);
        buttons.addClassName("action-buttons");
        state.addClassName("action-state");
        add(new H2(getTranslation("desk.ActionZone.title")), state, buttons, note, noteButton());
    }

    /** Shows what can be done now; the note being typed stays. */
    void show(CallbackSheet sheet) {
        this.sheet = sheet;
        String now = situation(sheet);
        if (now.equals(situation)) {
            return;
        }
        situation = now;
        state.removeAll();
        buttons.removeAll();
        String me = services.currentUser().username();
        String holder = sheet.row().takenBy();
        if (sheet.row().status() == CallbackStatus.CLOSED) {
            state.add(new Paragraph(getTranslation("desk.ActionZone.closed")));
        } else if (holder == null) {
            buttons.add(button(
                    "take", "t", ButtonVariant.PRIMARY, () -> services.work().take(reference())));
        } else if (!holder.equals(me)) {
            state.add(new Paragraph(getTranslation("desk.ActionZone.heldBy", wording.person(holder))));
            if (services.currentUser().hasRole(Roles.SUPERVISOR)) {
                giveUp();
            }
        } else if (sheet.openAttempt() != null) {
            inCall(sheet.openAttempt());
        } else {
            ready();
        }
    }

    private void inCall(Attempt attempt) {
        Span timer = new Span();
        timer.addClassName("timer");
        timer.getElement()
                .executeJs(
                        "const s=Date.parse($0);const f=()=>{const t=Math.max(0,(Date.now()-s)/1000|0);"
                                + "this.textContent=(t/60|0)+':'+String(t%60).padStart(2,'0')};f();"
                                + "clearInterval(this.ticking);this.ticking=setInterval(f,1000)",
                        attempt.startedAt().toString());
        state.add(new Paragraph(getTranslation("desk.ActionZone.inCall", attempt.number())), timer);
        for (int i = 0; i < OUTCOMES.size(); i++) {
            buttons.add(outcome(
                    OUTCOMES.get(i), (i + 1) % 10, report -> services.calls().end(reference(), attempt.id(), report)));
        }
    }

    private void ready() {
        LineState line = services.calendar().now();
        Button call = button("call", "c", ButtonVariant.PRIMARY, () -> call(null));
        buttons.add(call);
        if (!line.open()) {
            call.setEnabled(false);
            call.setText(getTranslation(
                    "desk.ActionZone.lineClosed", services.phrases().state(line, getLocale())));
            if (services.currentUser().hasRole(Roles.SUPERVISOR)) {
                Button override = new Button(getTranslation("desk.ActionZone.override"));
                override.addClickListener(click -> new OverrideDialog(this::callAnyway).open());
                buttons.add(override);
            }
        }
        giveUp();
        OUTCOMES.stream()
                .filter(CallOutcome::possibleWithoutCall)
                .forEach(outcome -> buttons.add(
                        outcome(outcome, -1, report -> services.calls().closeWithoutCall(reference(), report))));
    }

    private void giveUp() {
        buttons.add(button(
                "release", "r", ButtonVariant.TERTIARY, () -> services.work().release(reference())));
        Button reassign = new Button(getTranslation("desk.ActionZone.reassign"));
        reassign.addThemeVariants(ButtonVariant.TERTIARY);
        reassign.addClickListener(click -> new ReassignDialog(
                        services.accounts().agents(),
                        agent -> run(() -> services.work().reassign(reference(), agent)))
                .open());
        buttons.add(reassign);
    }

    private void call(@Nullable String overrideReason) {
        services.calls().start(reference(), overrideReason);
    }

    private void callAnyway(String reason) {
        run(() -> call(reason));
    }

    private Component outcome(CallOutcome outcome, int digit, java.util.function.Consumer<OutcomeReport> end) {
        String label = wording.outcome(outcome, getLocale());
        Button button = new Button(label);
        button.addClassName("outcome");
        if (digit >= 0) {
            button.getElement().setAttribute("aria-keyshortcuts", String.valueOf(digit));
            button.getElement().setAttribute("data-key", String.valueOf(digit));
        }
        button.addClickListener(click -> {
            if (outcome.postpones()) {
                new PostponeDialog(services.calendar(), moment -> finish(outcome, moment, end)).open();
            } else {
                finish(outcome, null, end);
            }
        });
        return button;
    }

    private void finish(CallOutcome outcome, @Nullable Instant moment, java.util.function.Consumer<OutcomeReport> end) {
        if (run(() -> end.accept(new OutcomeReport(outcome, note.getValue(), moment)))) {
            note.clear();
            Notices.info(this, getTranslation("desk.ActionZone.done", wording.outcome(outcome, getLocale())));
        }
    }

    private Button button(String key, String shortcut, ButtonVariant variant, Runnable action) {
        Button button = new Button(getTranslation("desk.ActionZone." + key), click -> run(action));
        button.addThemeVariants(variant);
        button.getElement().setAttribute("aria-keyshortcuts", shortcut);
        button.setDisableOnClick(false);
        return button;
    }

    private Button noteButton() {
        Button add = new Button(getTranslation("desk.ActionZone.addNote"), click -> {
            if (run(() -> services.work().addNote(reference(), note.getValue()))) {
                note.clear();
            }
        });
        add.addThemeVariants(ButtonVariant.TERTIARY);
        return add;
    }

    /** Runs an action and shows what came of it; false if it was refused. */
    private boolean run(Runnable action) {
        try {
            action.run();
            return true;
        } catch (Refusal refusal) {
            Notices.refused(this, refusal, wording);
            return false;
        } finally {
            refresh.run();
        }
    }

    private String reference() {
        return java.util.Objects.requireNonNull(sheet).row().reference();
    }

    /** What the buttons depend on; kept when they are made, because the line opens and closes in the meantime. */
    private String situation(CallbackSheet sheet) {
        Attempt open = sheet.openAttempt();
        return sheet.row().status() + "|" + sheet.row().takenBy() + "|" + (open == null ? "" : open.id()) + "|"
                + services.calendar().now().open();
    }
}
