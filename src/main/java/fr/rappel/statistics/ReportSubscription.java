package fr.rappel.statistics;

import fr.rappel.notifications.OutboxMessage;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An address that gets reports.
 *
 * @param addedBy name of who added it, as it was on that day
 * @param next the period of the report that it gets next
 * @param isDue whether that period is over, so that its report leaves as soon as its days are counted
 * @param latest the period of the report that it got last; null before the first
 * @param message what became of that one
 */
public record ReportSubscription(
        long id,
        String address,
        ReportCadence cadence,
        String addedBy,
        Instant addedAt,
        Period next,
        boolean isDue,
        @Nullable Period latest,
        @Nullable OutboxMessage message) {

    /** The day on which the next report leaves, unless that is due already. */
    public LocalDate leavesOn() {
        return next.to().plusDays(1);
    }

    /** Whether the last report came back, or was refused for good. */
    public boolean isFailing() {
        return message != null && message.isUndeliverable();
    }
}
