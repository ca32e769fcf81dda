package fr.rappel.notifications.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.notifications.MessageKind;
import fr.rappel.notifications.TemplateDraft;

/** The three parts of a template, and the names that may stand in them. */
class TemplateEditor extends Div {

    private final TextField subject = new TextField();
    private final TextArea text = new TextArea();
    private final TextArea html = new TextArea();
    private final DescriptionList names = new DescriptionList();

    TemplateEditor() {
        addClassName("template-editor");
        subject.setLabel(getTranslation("notifications.TemplateEditor.subject"));
        subject.setMaxLength(TemplateDraft.SUBJECT_MAX);
        text.setLabel(getTranslation("notifications.TemplateEditor.text"));
        text.setMaxLength(TemplateDraft.TEXT_MAX);
        html.setLabel(getTranslation("notifications.TemplateEditor.html"));
        html.setMaxLength(TemplateDraft.HTML_MAX);
        names.addClassName("facts");
        Div fields = new Div(subject, text, html);
        fields.addClassName("dialog-fields");
        Div help = new Div(
                new H2(getTranslation("notifications.TemplateEditor.names")),
                new Paragraph(getTranslation("notifications.TemplateEditor.namesHelp")),
                names);
        help.addClassName("block");
        add(fields, help);
    }

    void show(MessageKind kind, TemplateDraft draft) {
        put(draft);
        names.removeAll();
        kind.variables().forEach(name -> {
            var term = new DescriptionList.Term();
            term.add(new Code(name));
            names.add(term, new DescriptionList.Description(getTranslation("notifications.variable." + name)));
        });
    }

    /** Puts other contents into the fields, for the same kind of message. */
    void put(TemplateDraft draft) {
        subject.setValue(draft.subject());
        text.setValue(draft.text());
        html.setValue(draft.html());
    }

    TemplateDraft draft() {
        return new TemplateDraft(subject.getValue(), text.getValue(), html.getValue());
    }
}
