package fr.rappel.statistics.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** One number of the wall and what explains it. It stays where it is: a browser is sent what changed, mostly a digit. */
class WallTile extends Section {

    /** So many signs fit in the large print. */
    private static final int SHORT = 7;

    private final String key;
    private final Span number = new Span();
    private final Paragraph detail = new Paragraph();

    /** @param name within the words of the wall */
    WallTile(String name) {
        key = "statistics.WallView." + name;
        addClassName("wall-tile");
        number.addClassName("wall-value");
        add(new H2(getTranslation(key)), number, detail);
        alarm(false);
    }

    /** @param parameters of what explains the number */
    void show(String value, Object... parameters) {
        number.setText(value);
        getElement().setAttribute("data-long", String.valueOf(value.length() > SHORT));
        detail.setText(getTranslation(key + ".detail", parameters));
    }

    void alarm(boolean alarming) {
        getElement().setAttribute("data-alarming", String.valueOf(alarming));
    }
}
