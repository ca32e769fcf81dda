package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;

/** How strongly a number is coloured beside the greatest of its kind; the style sheet knows a colour for each. */
final class Shade {

    private static final int STRONGEST = 5;

    private Shade() {}

    static void of(Component shown, long count, long most) {
        long shade = most == 0 ? 0 : Math.ceilDiv(count * STRONGEST, most);
        shown.getElement().setAttribute("data-shade", String.valueOf(shade));
    }
}
