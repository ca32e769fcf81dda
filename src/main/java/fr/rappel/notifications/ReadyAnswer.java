package fr.rappel.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer kept ready for agents.
 *
 * @param version counts its changes
 * @param changedBy user name of who changed it last; null if nobody has since the first contents
 */
public record ReadyAnswer(
        long id,
        int version,
        ReadyAnswerDraft content,
        @Nullable String changedBy,
        Instant changedAt) {}
