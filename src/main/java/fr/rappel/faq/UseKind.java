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
    WORDS,
    /** A call-back was asked for from the page of an answer; item: its slug. */
    ASKED;

    /** Whether it is counted for each answer by itself. */
    public boolean isOfEntries() {
        return this == READ || this == ASKED;
    }

    /** Whether it is counted for each answer, or for each text that was looked for. */
    public boolean hasItems() {
        return isOfEntries() || this == WORDS;
    }
}
