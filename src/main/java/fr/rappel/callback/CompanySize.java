package fr.rappel.callback;

/** Head count of the visitor's company, at the threshold that the training contribution knows. */
public enum CompanySize {
    /** Moins de 11 salariés. */
    UNDER_11,
    /** 11 salariés et plus. */
    ELEVEN_OR_MORE
}
