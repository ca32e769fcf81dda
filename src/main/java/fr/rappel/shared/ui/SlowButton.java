package fr.rappel.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** A button whose answer takes a moment: pressed once, it says so before the server has answered. */
public class SlowButton extends Div {

    private final Button button;

    /**
     * @param busy what is said meanwhile; the style sheet shows it as long as the button is disabled
     */
    public SlowButton(String label, String busy, Runnable action) {
        addClassName("slow-button");
        button = new Button(label);
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                action.run();
            } finally {
                button.setEnabled(true);
            }
        });
        ProgressBar progress = new ProgressBar();
        progress.setIndeterminate(true);
        Div meanwhile = new Div(progress, new Span(busy));
        meanwhile.addClassName("meanwhile");
        meanwhile.getElement().setAttribute("role", "status");
        add(button, meanwhile);
    }

    /** Gives the focus to the one in a part that was built anew by what it did. */
    public static void focusIn(Component part) {
        part.getChildren().forEach(child -> {
            if (child instanceof SlowButton slow) {
                slow.button.focus();
            } else {
                focusIn(child);
            }
        });
    }
}
