package fr.rappel.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.rappel.notifications.TemplateDraft;
import fr.rappel.notifications.TemplateVersion;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What was saved of a template, newest first; each version can be taken up again. */
class TemplateHistory extends Div {

    private final MessageWording wording;
    private final Map<String, String> names;
    private final Consumer<TemplateDraft> use;
    private final Div versions = new Div();

    TemplateHistory(MessageWording wording, Map<String, String> names, Consumer<TemplateDraft> use) {
        this.wording = wording;
        this.names = names;
        this.use = use;
        addClassName("block");
        add(new H2(getTranslation("notifications.TemplateHistory.title")), versions);
    }

    void show(List<TemplateVersion> saved) {
        versions.removeAll();
        if (saved.isEmpty()) {
            versions.add(new Paragraph(getTranslation("notifications.TemplateHistory.none")));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        saved.forEach(version -> list.add(item(version)));
        versions.add(list);
    }

    private Component item(TemplateVersion version) {
        TemplateDraft draft = version.draft();
        ListItem item = new ListItem(new Span(getTranslation(
                draft == null ? "notifications.TemplateHistory.resetVersion" : "notifications.TemplateHistory.version",
                version.number(),
                wording.moment(version.savedAt(), getLocale()),
                names.getOrDefault(version.savedBy(), version.savedBy()))));
        if (draft != null) {
            Button again = new Button(getTranslation("notifications.TemplateHistory.use"), click -> use.accept(draft));
            again.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            again.setAriaLabel(getTranslation("notifications.TemplateHistory.useNamed", version.number()));
            item.add(again);
        }
        return item;
    }
}
