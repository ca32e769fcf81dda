package fr.rappel.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request comes from, and where it stands.
 *
 * @param email as the visitor wrote it; nobody has verified it
 * @param dueAt the promise: called by then
 * @param lastCallAt when the last call began, null before the first
 */
public record Visitor(
        String reference,
        CallbackStatus status,
        String firstName,
        String lastName,
        String email,
        Instant dueAt,
        @Nullable Instant lastCallAt) {}
