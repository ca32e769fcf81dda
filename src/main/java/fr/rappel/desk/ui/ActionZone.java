package fr.rappel.desk.ui;

import static fr.rappel.desk.ui.ActionButtons.primary;
import static fr.rappel.desk.ui.ActionButtons.withKey;

import com.vaadin.flow.component.button.Button;
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
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import fr.rappel.shared.ui.Notices;
import fr.rappel.users.UserAccounts;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** What I do: take, call, say how it ended, go on to the next. Every step is one key. */
class ActionZone extends Section {

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
            AnswerActions.Services answers,
            Clock clock) {}

    private final Services services;
    private final Runnable refresh;
    private final Div state = new Div();
    private final OutcomeWords said;
    private final AnswerActions answers;
    private final Div buttons = new Div();
    private @Nullable CallbackSheet sheet;
    private @Nullable Wording wording;
    private String situation = "";

    ActionZone(Services services, Runnable refresh) {
        this.services = services;
        this.refresh = refresh;
        addClassNames("zone", "actions");
        getElement().setAttribute("aria-label", getTranslation("desk.ActionZone.title"));
        said = new OutcomeWords(services.answers().faq(), this::addNote);
        answers = new AnswerActions(services.answers());
        buttons.addClassName("action-buttons");
        state.addClassName("action-state");
        state.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("desk.ActionZone.title")), state, buttons, said);
    }

    /** Another request comes: what was typed belongs to the one before. */
    void startAnew(String reference) {
        said.startAnew(reference);
        situation = "";
    }

    /** Adds lines to the note being typed. */
    void addToNote(String text) {
        said.addToNote(text);
    }

    /** Shows what can be done now, and whether mails fail to reach the visitor; the note being typed stays. */
    void show(CallbackSheet sheet, boolean failing, Wording wording) {
        this.sheet = sheet;
        this.wording = wording;
        answers.warn(failing);
        String now = situation(sheet, failing);
        if (now.equals(situation)) {
            return;
        }
        situation = now;
        state.removeAll();
        buttons.removeAll();
        boolean mine = services.currentUser().username().equals(sheet.row().takenBy());
        if (!mine) {
            notMine(sheet.row().status(), sheet.row().takenBy());
        } else if (sheet.openAttempt() != null) {
            inCall(sheet.openAttempt());
        } else {
            ready();
        }
        if (mine || isSupervisor() && sheet.row().status() != CallbackStatus.CLOSED) {
            buttons.add(withKey(asking("write", () -> answers.mail(shown(), words(), this::refreshed)), "e"));
        }
        if (canUndo()) {
            buttons.add(button(
                    sheet.endsWithAnswer() ? "undoAnswer" : "undo",
                    "z",
                    () -> services.corrections().undo(reference())));
        }
    }

    private void notMine(CallbackStatus status, @Nullable String holder) {
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
            if (isSupervisor()) {
                giveUp();
            }
        }
        if (status == CallbackStatus.CLOSED && isSupervisor() && !canUndo()) {
            buttons.add(forReason(
                    "reopen",
                    "desk.ReopenDialog.",
                    reason -> services.corrections().reopen(reference(), reason)));
        }
    }

    private void inCall(Attempt attempt) {
        say("inCall", attempt.number());
        buttons.add(new CallTimer(
                Duration.between(attempt.startedAt(), services.clock().instant())));
        Consumer<OutcomeReport> end = report -> services.calls().end(reference(), attempt.id(), report);
        for (int i = 0; i < OutcomeWords.OFFERED.size(); i++) {
            buttons.add(withKey(outcome(OutcomeWords.OFFERED.get(i), end), String.valueOf((i + 1) % 10)));
        }
        macros(outcome -> true, end);
    }

    private void ready() {
        LineState line = services.calendar().now();
        Button call = primary(button("call", "c", () -> services.calls().start(reference(), null)));
        buttons.add(call);
        if (!line.open()) {
            call.setEnabled(false);
            call.setText(getTranslation(
                    "desk.ActionZone.lineClosed", services.phrases().state(line, getLocale())));
            if (isSupervisor()) {
                buttons.add(forReason(
                        "override",
                        "desk.OverrideDialog.",
                        reason -> services.calls().start(reference(), reason)));
            }
        }
        giveUp();
        buttons.add(new H3(getTranslation("desk.ActionZone.withoutCall")));
        Consumer<OutcomeReport> close = report -> services.calls().closeWithoutCall(reference(), report);
        OutcomeWords.OFFERED.stream()
                .filter(CallOutcome::possibleWithoutCall)
                .map(outcome -> outcome(outcome, close))
                .forEach(buttons::add);
        macros(CallOutcome::possibleWithoutCall, close);
    }

    private void macros(Predicate<CallOutcome> possible, Consumer<OutcomeReport> end) {
        buttons.add(answers.macros(
                shown(),
                words(),
                possible,
                macro -> run(() -> record(said.report(macro, answers.filled(macro, reference())), end))));
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
                                services.calendar(),
                                words(),
                                moment -> refreshed(() -> record(said.report(outcome, moment), end)))
                        .open();
            } else {
                run(() -> record(said.report(outcome, null), end));
            }
        });
        button.addClassName("outcome");
        return button;
    }

    private void record(OutcomeReport report, Consumer<OutcomeReport> end) {
        end.accept(report);
        said.recorded(report.outcome());
        Notices.info(getTranslation("desk.ActionZone.done", words().outcome(report.outcome())));
    }

    private Button button(String name, String key, Runnable action) {
        return withKey(new Button(getTranslation("desk.ActionZone." + name), click -> run(action)), key);
    }

    private Button asking(String name, Supplier<ActionDialog> question) {
        return new Button(
                getTranslation("desk.ActionZone." + name),
                click -> question.get().open());
    }

    private Button forReason(String name, String dialog, Consumer<String> action) {
        return asking(name, () -> new ReasonDialog(dialog, words(), reason -> refreshed(() -> action.accept(reason))));
    }

    private void addNote(String note) {
        run(() -> {
            services.work().addNote(reference(), note);
            said.clearNote();
        });
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

    private boolean isSupervisor() {
        return services.currentUser().hasRole(Roles.SUPERVISOR);
    }

    private boolean canUndo() {
        return shown().canBeUndoneBy(
                        services.currentUser().username(), services.clock().instant());
    }

    private CallbackSheet shown() {
        return Objects.requireNonNull(sheet);
    }

    private Wording words() {
        return Objects.requireNonNull(wording);
    }

    private String reference() {
        return shown().row().reference();
    }

    /** What the buttons depend on; kept when they are made, because the line opens and closes in the meantime. */
    private String situation(CallbackSheet sheet, boolean failing) {
        Attempt open = sheet.openAttempt();
        return sheet.row().status() + "|" + sheet.row().takenBy() + "|" + (open == null ? "" : open.id()) + "|"
                + services.calendar().now().open() + "|" + canUndo() + "|" + failing;
    }
}
