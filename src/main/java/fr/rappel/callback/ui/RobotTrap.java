package fr.rappel.callback.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;

/** A field that people neither see, hear nor reach, and that robots fill. */
class RobotTrap extends Div {

    private final Input input = new Input();

    RobotTrap() {
        addClassName("trap");
        getElement().setAttribute("aria-hidden", "true");
        input.getElement()
                .setAttribute("name", "website")
                .setAttribute("autocomplete", "off")
                .setAttribute("tabindex", "-1");
        add(input);
    }

    boolean isFilled() {
        return !input.getValue().isEmpty();
    }
}
