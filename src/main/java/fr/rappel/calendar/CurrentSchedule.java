package fr.rappel.calendar;

import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The schedule as last read from the database, in memory: answering from it never waits for the database, and goes on
 * while the database is away. It is read again right after a change made here and, when the revision says that another
 * node has made one, at most five seconds later.
 */
@Component
@EnableScheduling
class CurrentSchedule {

    private static final Logger log = LoggerFactory.getLogger(CurrentSchedule.class);

    private final ZoneId zone;
    private final CalendarSettings settings;
    private final CalendarRevision revision;
    private final OpeningHoursRepository openingHours;
    private final OpeningExceptionRepository exceptions;
    private final EmergencyClosureRepository closures;
    private final TransactionTemplate transaction;

    private volatile @Nullable Snapshot snapshot;

    private record Snapshot(long revision, LineSchedule schedule) {}

    CurrentSchedule(
            @Value("${rappel.zone}") ZoneId zone,
            CalendarSettings settings,
            CalendarRevision revision,
            OpeningHoursRepository openingHours,
            OpeningExceptionRepository exceptions,
            EmergencyClosureRepository closures,
            PlatformTransactionManager transactions) {
        this.zone = zone;
        this.settings = settings;
        this.revision = revision;
        this.openingHours = openingHours;
        this.exceptions = exceptions;
        this.closures = closures;
        this.transaction = new TransactionTemplate(transactions);
        // A transaction of its own: the snapshot is everybody's and holds committed contents only.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
    }

    LineSchedule get() {
        var known = snapshot;
        return known != null ? known.schedule() : refresh();
    }

    /** Reads the database again if the calendar has changed since it was last read. */
    synchronized LineSchedule refresh() {
        var known = snapshot;
        var fresh = transaction.execute(status -> {
            // The revision comes first: a change committed meanwhile is then noticed at the next refresh.
            long current = revision.current();
            return known != null && known.revision() == current ? known : new Snapshot(current, read());
        });
        snapshot = fresh;
        return fresh.schedule();
    }

    @TransactionalEventListener(CalendarChanged.class)
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void follow() {
        try {
            refresh();
        } catch (DataAccessException | TransactionException e) {
            log.warn("The calendar cannot be read again; the one in memory goes on: {}", e.getMessage());
        }
    }

    private LineSchedule read() {
        return new LineSchedule(
                zone,
                openingHours.findAll().stream().map(OpeningHours::toWeeklyHours).toList(),
                exceptions.findAll().stream()
                        .map(OpeningException::toDatedException)
                        .toList(),
                settings.closedHolidays(),
                closures.findAllByOrderById().stream()
                        .map(EmergencyClosure::toClosure)
                        .toList());
    }
}
