package fr.rappel.notifications.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import fr.rappel.notifications.MessageContent;

/** What a message says: its text as text, its HTML in a frame that runs nothing, fetches nothing and opens nothing. */
class MessageDialog extends Dialog {

    MessageDialog(String title, MessageContent content) {
        setHeaderTitle(title);
        setWidth("min(60rem, 95vw)");
        Div text = new Div(content.text());
        text.addClassName("mail-text");
        text.getElement().setAttribute("tabindex", "0");
        IFrame html = new IFrame();
        html.setSrcdoc(content.html());
        html.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        html.setTitle(getTranslation("notifications.MessageDialog.html"));
        html.addClassName("mail-html");
        add(
                new Paragraph(getTranslation("notifications.MessageDialog.subject", content.subject())),
                new H3(getTranslation("notifications.MessageDialog.text")),
                text,
                new H3(getTranslation("notifications.MessageDialog.html")),
                html);
        getFooter().add(new Button(getTranslation("notifications.dialog.close"), click -> close()));
    }
}
