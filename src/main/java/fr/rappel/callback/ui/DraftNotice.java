package fr.rappel.callback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import tools.jackson.databind.JsonNode;

/**
 * The draft that the visitor's own browser keeps of the form (see {@code scripts/drafts.js}), and the line that says so when
 * one was found.
 */
class DraftNotice extends Div {

    private static final String NAME = "rappel";

    /**
     * @param erase empties the form
     */
    DraftNotice(Runnable erase) {
        addClassName("draft-notice");
        setVisible(false);
        getElement().setAttribute("role", "status");
        Button button = new Button(getTranslation("callback.DraftNotice.erase"), click -> {
            erase.run();
            forget();
            setVisible(false);
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        add(new Paragraph(getTranslation("callback.DraftNotice.found")), button);
    }

    /**
     * Has the browser keep what is typed from now on.
     *
     * @param key of the submission, kept with the draft
     * @param found gets what was typed before, empty if nothing was
     */
    void recall(Component form, String key, SerializableConsumer<JsonNode> found) {
        SerializableConsumer<JsonNode> restored = typed -> {
            found.accept(typed);
            form.getElement().executeJs("this.inert = false");
        };
        form.getElement()
                .executeJs("return import('/scripts/drafts.js').then(drafts => drafts.follow(this, $0, $1))", NAME, key)
                // Without the script the form works all the same.
                .then(JsonNode.class, restored, failure -> setVisible(false));
    }

    /** The form was sent, or is given up. */
    void forget() {
        UI.getCurrent().getPage().executeJs("import('/scripts/drafts.js').then(drafts => drafts.forget($0))", NAME);
    }
}
