package fr.rappel.notifications.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import fr.rappel.notifications.MailTemplates;
import fr.rappel.notifications.MessageKind;
import fr.rappel.notifications.TemplateDraft;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import fr.rappel.shared.ui.Notices;
import fr.rappel.shared.ui.Question;
import fr.rappel.users.UserAccounts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;

/** For administrators: what mails say. A template that cannot be used is refused here, not when a message leaves. */
@Route("console/modeles")
@Menu(order = 10, title = "notifications.TemplatesView.title")
@RolesAllowed(Roles.ADMIN)
@StyleSheet("context://styles/mails.css")
class TemplatesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final MailTemplates templates;
    private final ComboBox<MessageKind> kind = new ComboBox<>();
    private final Span origin = new Span();
    private final TemplateEditor editor = new TemplateEditor();
    private final TemplateHistory history;
    private final TextField address = new TextField();
    private final Paragraph problem = new Paragraph();
    private final Paragraph leftOut = new Paragraph();

    TemplatesView(MailTemplates templates, MessageWording wording, UserAccounts accounts) {
        this.templates = templates;
        addClassName("templates");
        Header head = new Header(new H1(getTranslation("notifications.TemplatesView.title")));
        head.addClassName("view-head");
        kind.setLabel(getTranslation("notifications.TemplatesView.kind"));
        kind.setItems(MessageKind.values());
        kind.setItemLabelGenerator(one -> getTranslation(one.messageKey()));
        kind.setAllowCustomValue(false);
        kind.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                kind.setValue(change.getOldValue());
            } else {
                show();
            }
        });
        origin.addClassName("state");
        Div choice = new Div(kind, origin);
        choice.addClassNames("filters", "filters-fields");
        history = new TemplateHistory(wording, accounts.displayNames(), this::put);
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        leftOut.addClassName("mail-warning");
        leftOut.getElement().setAttribute("role", "status");
        add(head, choice, editor, leftOut, problem, buttons(), history);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        kind.setValue(MessageKind.ACKNOWLEDGEMENT);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notifications.TemplatesView.title");
    }

    private Div buttons() {
        Button save = button("save", this::save);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        address.setLabel(getTranslation("notifications.TemplateEditor.address"));
        address.setMaxLength(254);
        Div buttons = new Div(
                save,
                button("preview", this::preview),
                button("resetAsk", this::askToReset),
                address,
                button("test", this::sendTest));
        buttons.addClassName("template-buttons");
        return buttons;
    }

    private Button button(String name, Runnable action) {
        return new Button(getTranslation("notifications.TemplateEditor." + name), click -> doing(action));
    }

    private void show() {
        problem.setText("");
        editor.show(chosen(), templates.current(chosen()));
        showLeftOut();
        showVersions();
    }

    private void put(TemplateDraft draft) {
        editor.put(draft);
        showLeftOut();
    }

    private void showLeftOut() {
        List<String> names = templates.leftOut(chosen(), editor.draft());
        leftOut.setVisible(!names.isEmpty());
        leftOut.setText(getTranslation("notifications.TemplatesView.leftOut", String.join(", ", names)));
    }

    private void showVersions() {
        boolean isDefault = templates.isDefault(chosen());
        origin.setText(getTranslation(
                isDefault ? "notifications.TemplatesView.isDefault" : "notifications.TemplatesView.isEdited"));
        origin.getElement().setAttribute("data-state", isDefault ? "closed" : "waiting");
        history.show(templates.history(chosen()));
    }

    private void save() {
        templates.save(chosen(), editor.draft());
        showLeftOut();
        showVersions();
        Notices.info(getTranslation("notifications.TemplatesView.saved"));
    }

    private void preview() {
        new MessageDialog(name(), templates.preview(chosen(), editor.draft())).open();
        showLeftOut();
    }

    private void askToReset() {
        new Question("notifications.ResetDialog.", () -> doing(this::reset), name()).open();
    }

    private void reset() {
        templates.reset(chosen());
        show();
        Notices.info(getTranslation("notifications.TemplatesView.reset"));
    }

    private void sendTest() {
        templates.sendTest(chosen(), editor.draft(), address.getValue());
        Notices.info(getTranslation("notifications.TemplatesView.sent", address.getValue()));
    }

    /** Runs an action; a refusal is told where the eyes are, and nothing typed is lost. */
    private void doing(Runnable action) {
        problem.setText("");
        try {
            action.run();
        } catch (Refusal refusal) {
            problem.setText(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
        }
    }

    private MessageKind chosen() {
        return Objects.requireNonNull(kind.getValue());
    }

    private String name() {
        return getTranslation(chosen().messageKey());
    }
}
