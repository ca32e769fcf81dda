package fr.rappel.desk.ui;

import com.vaadin.flow.component.html.Paragraph;

/** Asks once before links are taken back, which nothing undoes. */
class RevokeDialog extends ActionDialog {

    private final Runnable action;

    RevokeDialog(Wording wording, Runnable action) {
        super("desk.RevokeDialog.", wording);
        this.action = action;
        explain(new Paragraph(getTranslation("desk.RevokeDialog.text")));
    }

    @Override
    boolean act() {
        action.run();
        return true;
    }
}
