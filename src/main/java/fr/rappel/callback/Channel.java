package fr.rappel.callback;

/** How a request came in. */
public enum Channel {
    FORM,
    API
}
