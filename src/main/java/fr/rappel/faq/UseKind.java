package fr.rappel.faq;

/** What is counted of the use of the public questions. */
public enum UseKind {
    /** An answer was opened; item: its slug. */
    READ,
    /** Somebody looked for something; no item. */
    SEARCH,
    /** The same, and nothing was found; no item. */
    IN_VAIN,
    /** What was looked for in vain; item: the words. */
    WORDS
}
