package fr.rappel.shared;

/** How a state is to be taken, whatever it is a state of; screens repeat it by a colour. */
public enum Tone {
    /** As wished. */
    GOOD,
    /** Under way: nothing to do but wait. */
    WAITING,
    /** Somebody has to do something. */
    ATTENTION,
    /** Ended otherwise than wished. */
    BAD,
    /** Over, and of no further concern. */
    OVER
}
