package fr.rappel.notifications;

import org.jspecify.annotations.Nullable;

/**
 * A message was written, or has another state: what is shown of the outbox is not true any more. Published in the
 * transaction that made it so.
 *
 * @param reference of its request; null for messages of several or of none
 */
public record MessageChanged(@Nullable String reference) {}
