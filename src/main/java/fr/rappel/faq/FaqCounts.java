package fr.rappel.faq;

import fr.rappel.calendar.LineCalendar;
import jakarta.annotation.PreDestroy;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts in memory and writes what was counted once a minute and at the end: no page waits for the database, and what a
 * killed process had not written is lost. While the database is away the counts wait.
 */
@Component
class FaqCounts {

    private record Count(UseKind kind, LocalDate day, String item) {}

    private static final Logger log = LoggerFactory.getLogger(FaqCounts.class);

    /** Whoever invents words fills neither the memory nor the table with them. */
    private static final int MOST_WAITING = 200;

    /** Words older than that are forgotten; mere numbers are kept. */
    private static final int WORDS_KEPT_MONTHS = 13;

    private static final String ADD =
            "update faq_count set times = times + ? where kind = ? and counted_on = ? and item = ?";
    private static final String FIRST =
            "insert into faq_count (times, kind, counted_on, item) values (0, ?, ?, ?) on conflict do nothing";

    private final Map<Count, Long> waiting = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LineCalendar calendar;
    private final Clock clock;

    FaqCounts(JdbcTemplate jdbc, TransactionTemplate transaction, LineCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.calendar = calendar;
        this.clock = clock;
    }

    void add(UseKind kind, String item) {
        if (kind != UseKind.WORDS || waiting.size() < MOST_WAITING) {
            waiting.merge(new Count(kind, today(), item), 1L, Long::sum);
        }
    }

    /** What nobody counted needs no database, which may be gone before this process. */
    @PreDestroy
    void end() {
        if (!waiting.isEmpty()) {
            write();
        }
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void write() {
        Map<Count, Long> counted = new HashMap<>();
        for (Count count : waiting.keySet()) {
            Long times = waiting.remove(count);
            if (times != null) {
                counted.put(count, times);
            }
        }
        try {
            transaction.executeWithoutResult(status -> store(counted));
        } catch (DataAccessException | TransactionException e) {
            counted.forEach((count, times) -> waiting.merge(count, times, Long::sum));
            log.warn("Uses of the questions cannot be written yet; they wait: {}", e.getMessage());
        }
    }

    private void store(Map<Count, Long> counted) {
        List<Object[]> first = new ArrayList<>();
        List<Object[]> add = new ArrayList<>();
        counted.forEach((count, times) -> {
            String kind = count.kind().name();
            Date day = Date.valueOf(count.day());
            first.add(new Object[] {kind, day, count.item()});
            add.add(new Object[] {times, kind, day, count.item()});
        });
        jdbc.batchUpdate(FIRST, first);
        jdbc.batchUpdate(ADD, add);
        jdbc.update(
                "delete from faq_count where kind = ? and counted_on < ?",
                UseKind.WORDS.name(),
                Date.valueOf(wordsSince(today())));
    }

    /** The first day whose words are still kept. */
    static LocalDate wordsSince(LocalDate today) {
        return today.minusMonths(WORDS_KEPT_MONTHS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }
}
