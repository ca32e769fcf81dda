package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts each day once it is over and nothing of it can be taken back any more, each in a transaction of its own. An
 * emptied table is filled again with the same rows, because the facts do not change.
 */
@Component
class DailyCount {

    private static final Logger log = LoggerFactory.getLogger(DailyCount.class);

    private final EventReader events;
    private final FirstCalls firstCalls;
    private final StoredCounts stored;
    private final UncountedDays uncounted;
    private final LineCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DailyCount(
            EventReader events,
            FirstCalls firstCalls,
            StoredCounts stored,
            UncountedDays uncounted,
            LineCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.events = events;
        this.firstCalls = firstCalls;
        this.stored = stored;
        this.uncounted = uncounted;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    void countFinishedDays() {
        LocalDate end = LocalDate.ofInstant(clock.instant().minus(Moments.SETTLING), calendar.zone());
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> countNext(end)))) {
                // The next one, as the table is then: it may have been emptied.
            }
        } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
            log.info("Another node is counting; the rest is left to it");
        }
    }

    /** Returns whether there was a day to count. */
    private boolean countNext(LocalDate end) {
        Optional<LocalDate> day = uncounted.first().filter(first -> first.isBefore(end));
        day.ifPresent(this::count);
        return day.isPresent();
    }

    private void count(LocalDate day) {
        ZoneId zone = calendar.zone();
        Moments moments = new Period(day, day).moments(zone);
        firstCalls.completeFrom(moments);
        Tally tally = new Tally();
        events.read(moments, event -> tally.add(event, zone));
        stored.store(day, tally);
    }
}
