package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final LineCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DailyCount(
            EventReader events,
            FirstCalls firstCalls,
            StoredCounts stored,
            LineCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.events = events;
        this.firstCalls = firstCalls;
        this.stored = stored;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    void countFinishedDays() {
        ZoneId zone = calendar.zone();
        LocalDate end = LocalDate.ofInstant(clock.instant().minus(Moments.SETTLING), zone);
        LocalDate day = stored.lastDay()
                .map(last -> last.plusDays(1))
                .or(() -> events.first().map(first -> LocalDate.ofInstant(first, zone)))
                .orElse(end);
        try {
            for (; day.isBefore(end); day = day.plusDays(1)) {
                LocalDate finished = day;
                transaction.executeWithoutResult(status -> count(finished, zone));
            }
        } catch (DataIntegrityViolationException e) {
            log.info("Another node is counting; the rest is left to it");
        }
    }

    private void count(LocalDate day, ZoneId zone) {
        Moments moments = new Period(day, day).moments(zone);
        firstCalls.completeFrom(moments);
        Tally tally = new Tally();
        events.read(moments, event -> tally.add(event, zone));
        stored.store(day, tally);
    }
}
