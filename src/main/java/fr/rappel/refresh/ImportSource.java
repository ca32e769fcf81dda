package fr.rappel.refresh;

/** How a file came. */
public enum ImportSource {
    API,
    FOLDER,
    SCREEN,
    /** Written by Rappel itself, for a demonstration. */
    DEMO
}
