package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** How the buttons of the call sheet are marked. */
final class ActionButtons {

    private ActionButtons() {}

    /** The next step, which most people take. */
    static Button primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** Pressed by one key, which stands on it. */
    static Button withKey(Button button, String key) {
        button.getElement().setAttribute("aria-keyshortcuts", key).setAttribute("data-key", key);
        return button;
    }
}
