package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** The cursor of a page was not one that we gave out. */
public final class MalformedCursor extends Refusal {

    MalformedCursor() {
        super("callback.MalformedCursor");
    }
}
