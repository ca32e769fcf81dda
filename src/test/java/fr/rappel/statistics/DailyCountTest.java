package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Days are counted one after the other, whatever happens to the table between two of them. */
@DatabaseTest
class DailyCountTest {

    @Autowired
    private EventReader events;

    @Autowired
    private FirstCalls firstCalls;

    @Autowired
    private StoredCounts stored;

    @Autowired
    private UncountedDays uncounted;

    @Autowired
    private LineCalendar calendar;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fiveDays() {
        data.clear();
        jdbc.sql("delete from statistics_count").update();
        clock.set(TestClock.OPEN_TUESDAY);
        for (int days = 1; days <= 5; days++) {
            Instant at = TestClock.OPEN_TUESDAY.minus(Duration.ofDays(days));
            data.fact("RECEIVED", data.waiting(at), at);
        }
    }

    @Test
    void leavesNoHoleWhenTheTableIsEmptiedMeanwhile() {
        count(new TransactionTemplate(transactions) {

            private int counted;

            @Override
            public <T> T execute(TransactionCallback<T> action) {
                T result = super.execute(action);
                if (++counted == 3) {
                    jdbc.sql("delete from statistics_count").update();
                }
                return result;
            }
        });
        assertThat(days())
                .isEqualTo(LocalDate.of(2026, 2, 26)
                        .datesUntil(LocalDate.of(2026, 3, 3))
                        .toList());
    }

    @Test
    void leavesTheRestToAnotherNodeThatIsCounting() {
        count(new TransactionTemplate(transactions) {

            private int counted;

            @Override
            public <T> T execute(TransactionCallback<T> action) {
                if (++counted == 2) {
                    throw new CannotAcquireLockException("deadlock");
                }
                return super.execute(action);
            }
        });
        assertThat(days()).containsExactly(LocalDate.of(2026, 2, 26));
    }

    private void count(TransactionTemplate transaction) {
        new DailyCount(events, firstCalls, stored, uncounted, calendar, transaction, clock).countFinishedDays();
    }

    private List<LocalDate> days() {
        return jdbc.sql("""
                        select starts_on from statistics_count
                         where grain = 'DAY' and dimension = 'ALL' and measure = 'RECEIVED'
                         order by starts_on""").query(LocalDate.class).list();
    }
}
