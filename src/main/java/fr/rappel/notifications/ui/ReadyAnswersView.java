package fr.rappel.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import fr.rappel.notifications.ReadyAnswer;
import fr.rappel.notifications.ReadyAnswerDraft;
import fr.rappel.reference.Topic;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import fr.rappel.shared.ui.DataTable;
import fr.rappel.shared.ui.Notices;
import fr.rappel.shared.ui.Question;
import fr.rappel.users.UserAccounts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** For supervisors: the answers that agents find ready, in the order in which they are offered. */
@Route("console/reponses")
@Menu(order = 4, title = "notifications.ReadyAnswersView.title")
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/mails.css")
class ReadyAnswersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ReadyAnswerDialog.Services services;
    private final MessageWording wording;
    private final UserAccounts accounts;
    private final Div list = new Div();

    ReadyAnswersView(ReadyAnswerDialog.Services services, MessageWording wording, UserAccounts accounts) {
        this.services = services;
        this.wording = wording;
        this.accounts = accounts;
        addClassName("ready-answers");
        Button add = new Button(
                getTranslation("notifications.ReadyAnswersView.add"),
                click -> new ReadyAnswerDialog(services, null, this::add).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Header head = new Header(new H1(getTranslation("notifications.ReadyAnswersView.title")), add);
        head.addClassName("view-head");
        add(head, new Paragraph(getTranslation("notifications.ReadyAnswersView.help")), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notifications.ReadyAnswersView.title");
    }

    private void refresh() {
        list.removeAll();
        List<ReadyAnswer> answers = services.answers().all();
        if (answers.isEmpty()) {
            Paragraph empty = new Paragraph(getTranslation("notifications.ReadyAnswersView.empty"));
            empty.addClassName("empty");
            list.add(empty);
            return;
        }
        DataTable table = new DataTable(
                getTranslation("notifications.ReadyAnswersView.title"),
                Stream.of("answer", "topic", "macro", "changed", "actions")
                        .map(column -> getTranslation("notifications.ReadyAnswersView.column." + column))
                        .toList());
        Map<String, String> names = accounts.displayNames();
        for (ReadyAnswer answer : answers) {
            table.addRow(
                    title(answer),
                    DataTable.free(topic(answer.content())),
                    new Span(macro(answer.content())),
                    DataTable.free(changed(answer, names)),
                    actions(answer, answer == answers.getFirst(), answer == answers.getLast()));
        }
        list.add(table);
    }

    private Component title(ReadyAnswer answer) {
        String title = answer.content().title();
        Button open =
                small(title, () -> new ReadyAnswerDialog(services, answer, draft -> change(answer, draft)).open());
        open.setAriaLabel(getTranslation("notifications.ReadyAnswersView.changeNamed", title));
        return open;
    }

    private String topic(ReadyAnswerDraft content) {
        String code = content.topic();
        return code == null
                ? getTranslation("notifications.ReadyAnswersView.everyTopic")
                : services.lists().topic(code).map(Topic::label).orElse(code);
    }

    private String macro(ReadyAnswerDraft content) {
        return content.outcome() == null ? "" : getTranslation("desk.outcome." + content.outcome());
    }

    private String changed(ReadyAnswer answer, Map<String, String> names) {
        String by = answer.changedBy();
        return by == null
                ? getTranslation("notifications.ReadyAnswersView.original")
                : getTranslation(
                        "notifications.ReadyAnswersView.changed",
                        wording.moment(answer.changedAt(), getLocale()),
                        names.getOrDefault(by, by));
    }

    private Component actions(ReadyAnswer answer, boolean first, boolean last) {
        Button up = named("up", answer, () -> services.answers().move(answer.id(), -1));
        Button down = named("down", answer, () -> services.answers().move(answer.id(), 1));
        up.setEnabled(!first);
        down.setEnabled(!last);
        Button remove = small(
                getTranslation("notifications.ReadyAnswersView.remove"),
                () -> new Question(
                                "notifications.RemoveDialog.",
                                () -> remove(answer),
                                answer.content().title())
                        .open());
        remove.setAriaLabel(getTranslation(
                "notifications.ReadyAnswersView.removeNamed", answer.content().title()));
        Div actions = new Div(up, down, remove);
        actions.addClassName("whole");
        return actions;
    }

    private Button named(String name, ReadyAnswer answer, Runnable action) {
        Button button = small(getTranslation("notifications.ReadyAnswersView." + name), () -> doing(action));
        button.setAriaLabel(getTranslation(
                "notifications.ReadyAnswersView.named." + name, answer.content().title()));
        return button;
    }

    private static Button small(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    /** Refusals are the dialog's to show, here and below: what was typed stays there. */
    private void add(ReadyAnswerDraft draft) {
        services.answers().add(draft);
        refresh();
    }

    private void change(ReadyAnswer answer, ReadyAnswerDraft draft) {
        services.answers().change(answer.id(), answer.version(), draft);
        refresh();
    }

    private void remove(ReadyAnswer answer) {
        doing(() -> services.answers().remove(answer.id(), answer.version()));
    }

    private void doing(Runnable action) {
        try {
            action.run();
        } catch (Refusal refusal) {
            Notices.refused(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
        }
        refresh();
    }
}
