package fr.rappel.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of messages, newest first.
 *
 * @param next where the following page begins, null on the last
 */
public record OutboxPage(
        List<OutboxMessage> messages, @Nullable Long next) {}
