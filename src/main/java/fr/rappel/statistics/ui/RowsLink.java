package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A number that opens the rows behind it. */
class RowsLink extends Anchor {

    /**
     * @param text the number
     * @param what what it counts
     * @param item of which item, hour or day
     */
    RowsLink(String address, String text, String what, String item) {
        super(address, text);
        setAriaLabel(getTranslation("statistics.RowsLink.label", text, what, item));
    }

    /** A number with what explains it in small print below. */
    static Component above(Component number, String explained) {
        Span small = new Span(explained);
        small.addClassName("figure-sample");
        return new Div(number, small);
    }
}
