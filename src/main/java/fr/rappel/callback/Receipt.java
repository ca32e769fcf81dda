package fr.rappel.callback;

import java.time.Instant;

/**
 * What a visitor gets for a request.
 *
 * @param reference eight characters that can be said over the phone
 * @param dueAt the promise: called by then
 * @param replayed whether this very submission had been stored before
 */
public record Receipt(String reference, CallbackStatus status, Instant receivedAt, Instant dueAt, boolean replayed) {}
