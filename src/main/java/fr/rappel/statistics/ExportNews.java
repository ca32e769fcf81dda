package fr.rappel.statistics;

import fr.rappel.shared.Announcement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells whoever asked for a file that it is there. They may have the console open on any node, so each node looks into the
 * log: at once for what it wrote itself, at most two seconds later for what another one wrote.
 */
@Component
class ExportNews {

    /** Clocks of two nodes differ, and a file is in the log a little after the moment that stands there. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final ExportLog exports;
    private final ExportNames names;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private Set<Long> known = Set.of();
    private @Nullable Instant lookedAt;

    ExportNews(ExportLog exports, ExportNames names, ApplicationEventPublisher events, Clock clock) {
        this.exports = exports;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            tell();
        } catch (DataAccessException | TransactionException away) {
            // Nothing is lost: the next look goes back to the last one that succeeded.
        }
    }

    /** What was there at the first look is no news. */
    synchronized void tell() {
        Instant now = clock.instant();
        Instant before = lookedAt == null || now.isBefore(lookedAt) ? now : lookedAt;
        List<Export> finished = exports.finishedSince(before.minus(OVERLAP));
        if (lookedAt != null) {
            finished.stream().filter(export -> !known.contains(export.id())).forEach(this::announce);
        }
        known = finished.stream().map(Export::id).collect(Collectors.toSet());
        lookedAt = now;
    }

    private void announce(Export export) {
        events.publishEvent(new Announcement(
                export.requestedBy(),
                "statistics.ExportsView.news." + export.status(),
                names.of(export),
                StatisticsAddress.EXPORTS,
                "statistics.StatisticsView.exports"));
    }
}
