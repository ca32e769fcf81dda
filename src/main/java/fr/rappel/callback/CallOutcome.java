package fr.rappel.callback;

/** How an attempt ended, or why a request is closed. */
public enum CallOutcome {
    /** Joint et résolu. */
    RESOLVED(Effect.CLOSES),
    /** Joint et informé. */
    INFORMED(Effect.CLOSES),
    /** Absent. */
    NO_ANSWER(Effect.RETRIES),
    /** Message laissé. */
    MESSAGE_LEFT(Effect.RETRIES),
    /** Occupé. */
    BUSY(Effect.RETRIES),
    /** Mauvais numéro: calling it again would disturb somebody else. */
    WRONG_NUMBER(Effect.CLOSES),
    /** À rappeler le…: the caller named a moment. */
    CALL_LATER(Effect.POSTPONES),
    /** Hors périmètre. */
    OUT_OF_SCOPE(Effect.CLOSES, true),
    /** Doublon. */
    DUPLICATE(Effect.CLOSES, true),
    /** Indésirable. */
    SPAM(Effect.CLOSES, true),
    /** Annulée: the visitor needs no call any more. */
    CANCELLED(Effect.SYSTEM),
    /** Résolue: the visitor found the answer without us. */
    SOLVED(Effect.SYSTEM),
    /** Injoignable: the rule closed it after the last attempt that the rule allows. */
    UNREACHABLE(Effect.SYSTEM),
    /** Appel interrompu: the agent's claim ended by rule while a call was open. */
    INTERRUPTED(Effect.SYSTEM);

    private enum Effect {
        CLOSES,
        RETRIES,
        POSTPONES,
        SYSTEM
    }

    private final Effect effect;
    private final boolean withoutCall;

    CallOutcome(Effect effect) {
        this(effect, false);
    }

    CallOutcome(Effect effect, boolean withoutCall) {
        this.effect = effect;
        this.withoutCall = withoutCall;
    }

    /** Whether the request is closed by it. */
    public boolean closes() {
        return effect == Effect.CLOSES;
    }

    /** Whether nobody was reached and the request comes back by itself. */
    public boolean retries() {
        return effect == Effect.RETRIES;
    }

    /** Whether the caller was spoken to. */
    public boolean reaches() {
        return this == RESOLVED || this == INFORMED || this == CALL_LATER || this == OUT_OF_SCOPE;
    }

    /** Whether it needs the moment of the next call. */
    public boolean postpones() {
        return effect == Effect.POSTPONES;
    }

    /** Whether an agent may choose it; the others are written by rules, or come from the visitor. */
    public boolean selectable() {
        return effect != Effect.SYSTEM;
    }

    /**
     * Whether the visitor hears of it when it closes a request. Who sent the same twice has heard from the other
     * request; a robot hears nothing.
     */
    public boolean tellsVisitor() {
        return switch (this) {
            case RESOLVED, INFORMED, WRONG_NUMBER, OUT_OF_SCOPE, UNREACHABLE, CANCELLED, SOLVED -> true;
            case DUPLICATE, SPAM, NO_ANSWER, MESSAGE_LEFT, BUSY, CALL_LATER, INTERRUPTED -> false;
        };
    }

    /** Whether an answer may go with it: in the mail that tells of the closing, or of the call in vain. */
    public boolean carriesAnswer() {
        return tellsVisitor() || retries();
    }

    /** Whether one key may record it together with an answer: an agent may choose it, and nothing else need be said. */
    public boolean fitsMacro() {
        return selectable() && carriesAnswer();
    }

    /** Whether it may close a request that nobody has called. */
    public boolean possibleWithoutCall() {
        return withoutCall;
    }
}
