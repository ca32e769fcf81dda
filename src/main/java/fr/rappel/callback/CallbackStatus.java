package fr.rappel.callback;

/** Where a request stands. */
public enum CallbackStatus {
    /** À vérifier: looks as if a robot sent it; never handed out by "next", an agent decides. */
    REVIEW,
    /** À rappeler: waits for its turn, or for the moment agreed with the caller. */
    WAITING,
    /** Prise en charge: one agent holds it. */
    TAKEN,
    /** Close. */
    CLOSED
}
