package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.calendar.LinePhrases;
import fr.rappel.calendar.LineState;
import fr.rappel.callback.Attempt;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackCalls;
import fr.rappel.callback.CallbackCorrections;
import fr.rappel.callback.CallbackSheet;
import fr.rappel.callback.CallbackStatus;
import fr.rappel.callback.CallbackWork;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.faq.Faq;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import fr.rappel.users.UserAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** What I do: take, call, say how it ended, go on to the next. Every step is one key. */
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
            CallbackCorrections corrections,
            LineCalendar calendar,
            LinePhrases phrases,
            UserAccounts accounts,
            CurrentUser currentUser,
            Faq faq,
            Clock clock) {}

    private final Services services;
    private final Runnable refresh;
    private final Div state = new Div();
    private final OutcomeWords said;
    private final Div buttons = new Div();
    private @Nullable CallbackSheet sheet;
    private @Nullable Wording wording;
    private String situation = "";

    ActionZone(Services services, Runnable refresh) {
        this.services = services;
        this.refresh = refresh;
        addClassNames("zone", "actions");
        getElement().setAttribute("aria-label", getTranslation("desk.ActionZone.title"));
        said = new OutcomeWords(services.faq());
        buttons.addClassName("action-buttons");
        state.addClassName("action-state");
        state.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("desk.ActionZone.title")), state, buttons, said, noteButton());
    }

    /** Another request comes: what was typed belongs to the one before. */
    void startAnew() {
        said.clear();
        situation = "";
    }

    /** Adds lines to the note being typed. */
    void addToNote(String text) {
        said.addToNote(text);
    }

    /** Shows what can be done now; the note being typed stays. */
    void show(CallbackSheet sheet, Wording wording) {
        this.sheet = sheet;
        this.wording = wording;
        String now = situation(sheet);
        if (now.equals(situation)) {
            return;
        }
        situation = now;
        state.removeAll();
        buttons.removeAll();
        if (!services.currentUser().username().equals(sheet.row().takenBy())) {
            notMine(sheet.row().status(), sheet.row().takenBy());
        } else if (sheet.openAttempt() != null) {
            inCall(sheet.openAttempt());
        } else {
            ready();
        }
    }

    private void notMine(CallbackStatus status, @Nullable String holder) {
        boolean supervisor = services.currentUser().hasRole(Roles.SUPERVISOR);
        if (status == CallbackStatus.CLOSED) {
            say("closed");
            buttons.add(primary(button("next", "n", this::takeNext)));
        } else if (holder == null) {
            buttons.add(
                    primary(button("take", "t", () -> services.work().take(reference()))),
                    button("next", "n", this::takeNext));
        } else {
            say("heldBy", words().person(holder));
            buttons.add(button("next", "n", this::takeNext));
            if (supervisor) {
                giveUp();
            }
        }
        if (canUndo()) {
            buttons.add(button("undo", "z", () -> services.corrections().undo(reference())));
        } else if (supervisor && status == CallbackStatus.CLOSED) {
            buttons.add(asking(
                    "reopen",
                    () -> new ReasonDialog(
                            "desk.ReopenDialog.",
                            words(),
                            reason -> refreshed(() -> services.corrections().reopen(reference(), reason)))));
        }
    }

    private void inCall(Attempt attempt) {
        say("inCall", attempt.number());
        buttons.add(new CallTimer(
                Duration.between(attempt.startedAt(), services.clock().instant())));
        for (int i = 0; i < OUTCOMES.size(); i++) {
            buttons.add(withKey(
                    outcome(OUTCOMES.get(i), report -> services.calls().end(reference(), attempt.id(), report)),
                    String.valueOf((i + 1) % 10)));
        }
    }

    private void ready() {
        LineState line = services.calendar().now();
        Button call = primary(button("call", "c", () -> services.calls().start(reference(), null)));
        buttons.add(call);
        if (!line.open()) {
            call.setEnabled(false);
            call.setText(getTranslation(
                    "desk.ActionZone.lineClosed", services.phrases().state(line, getLocale())));
            if (services.currentUser().hasRole(Roles.SUPERVISOR)) {
                buttons.add(asking(
                        "override",
                        () -> new ReasonDialog(
                                "desk.OverrideDialog.",
                                words(),
                                reason -> refreshed(() -> services.calls().start(reference(), reason)))));
            }
        }
        giveUp();
        buttons.add(new H3(getTranslation("desk.ActionZone.withoutCall")));
        OUTCOMES.stream()
                .filter(CallOutcome::possibleWithoutCall)
                .map(outcome -> outcome(outcome, report -> services.calls().closeWithoutCall(reference(), report)))
                .forEach(buttons::add);
    }

    private void giveUp() {
        buttons.add(
                button("release", "r", () -> services.work().release(reference())),
                asking(
                        "reassign",
                        () -> new ReassignDialog(
                                words(),
                                services.accounts().agents(),
                                agent -> refreshed(() -> services.work().reassign(reference(), agent)))));
    }

    private void takeNext() {
        services.work()
                .takeNext()
                .ifPresentOrElse(
                        next -> getUI().ifPresent(
                                        ui -> ui.navigate(CallSheetView.class, CallSheetView.parameters(next))),
                        () -> Notices.info(getTranslation("desk.WorkListView.nothingWaits")));
    }

    private Button outcome(CallOutcome outcome, Consumer<OutcomeReport> end) {
        Button button = new Button(words().outcome(outcome), click -> {
            if (outcome.postpones()) {
                new PostponeDialog(
                                services.calendar(), words(), moment -> refreshed(() -> record(outcome, moment, end)))
                        .open();
            } else {
                run(() -> record(outcome, null, end));
            }
        });
        button.addClassName("outcome");
        return button;
    }

    private void record(CallOutcome outcome, @Nullable Instant callAt, Consumer<OutcomeReport> end) {
        end.accept(said.report(outcome, callAt));
        said.recorded(outcome);
        Notices.info(getTranslation("desk.ActionZone.done", words().outcome(outcome)));
    }

    private Button button(String name, String key, Runnable action) {
        return withKey(new Button(getTranslation("desk.ActionZone." + name), click -> run(action)), key);
    }

    private Button asking(String name, Supplier<ActionDialog> question) {
        return new Button(
                getTranslation("desk.ActionZone." + name),
                click -> question.get().open());
    }

    private static Button primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private static Button withKey(Button button, String key) {
        button.getElement().setAttribute("aria-keyshortcuts", key).setAttribute("data-key", key);
        return button;
    }

    private Button noteButton() {
        Button add = new Button(
                getTranslation("desk.ActionZone.addNote"),
                click -> run(() -> {
                    services.work().addNote(reference(), said.note());
                    said.clearNote();
                }));
        add.addThemeVariants(ButtonVariant.TERTIARY);
        return add;
    }

    private void say(String name, Object... arguments) {
        state.add(new Paragraph(getTranslation("desk.ActionZone." + name, arguments)));
    }

    /** Runs an action and tells a refusal. */
    private void run(Runnable action) {
        try {
            refreshed(action);
        } catch (Refusal refusal) {
            Notices.refused(words().refusal(refusal));
        }
    }

    /** Runs an action and shows what came of it, also if it was refused. */
    private void refreshed(Runnable action) {
        try {
            action.run();
        } catch (OptimisticLockingFailureException e) {
            Notices.refused(getTranslation("desk.ActionZone.changed"));
        } finally {
            refresh.run();
        }
    }

    private boolean canUndo() {
        return Objects.requireNonNull(sheet)
                .canBeUndoneBy(
                        services.currentUser().username(), services.clock().instant());
    }

    private Wording words() {
        return Objects.requireNonNull(wording);
    }

    private String reference() {
        return Objects.requireNonNull(sheet).row().reference();
    }

    /** What the buttons depend on; kept when they are made, because the line opens and closes in the meantime. */
    private String situation(CallbackSheet sheet) {
        Attempt open = sheet.openAttempt();
        return sheet.row().status() + "|" + sheet.row().takenBy() + "|" + (open == null ? "" : open.id()) + "|"
                + services.calendar().now().open() + "|" + canUndo();
    }
}
