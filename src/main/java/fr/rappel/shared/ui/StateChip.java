package fr.rappel.shared.ui;

import com.vaadin.flow.component.html.Span;
import fr.rappel.shared.Tone;
import java.util.Locale;

/** A state as a word; its colour only repeats it. */
public class StateChip extends Span {

    public StateChip(String word, Tone tone) {
        super(word);
        addClassName("state");
        getElement().setAttribute("data-state", tone.name().toLowerCase(Locale.ROOT));
    }
}
