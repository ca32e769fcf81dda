package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Days are counted one after the other, whatever happens to the table between two of them. */
class DailyCountTest extends WithFigures {

    @Autowired
    private EventReader events;

    @Autowired
    private FirstCalls firstCalls;

    @Autowired
    private StoredCounts stored;

    @BeforeEach
    void fiveDays() {
        for (int days = 1; days <= 5; days++) {
            received(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(days)));
        }
    }

    @Test
    void waitsUntilNothingOfADayCanBeTakenBack() {
        clock.setParis("2026-03-03T00:14");
        count.countFinishedDays();
        assertThat(days()).last().isEqualTo(LocalDate.of(2026, 3, 1));
        clock.setParis("2026-03-03T00:15");
        count.countFinishedDays();
        assertThat(days()).last().isEqualTo(LocalDate.of(2026, 3, 2));
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

    @Test
    void storesADayItsMonthAndTheirWaitsTogetherOrNotAtAll() {
        data.fact(
                "CALL_STARTED", received(Instant.parse("2026-02-27T09:00:00Z")), Instant.parse("2026-02-28T09:00:00Z"));
        jdbc.sql("update callback_fact set actor = 'amelie' where kind = 'CALL_STARTED'")
                .update();
        count(new TransactionTemplate(transactions) {

            private int counted;

            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return super.execute(status -> {
                    T result = action.doInTransaction(status);
                    if (++counted == 3) {
                        throw new CannotAcquireLockException("killed at the end of February");
                    }
                    return result;
                });
            }
        });
        assertThat(days()).containsExactly(LocalDate.of(2026, 2, 26), LocalDate.of(2026, 2, 27));
        assertThat(waits()).isEmpty();

        count(new TransactionTemplate(transactions));
        assertThat(days()).hasSize(5);
        assertThat(waits()).containsExactly("DAY 2026-02-28 AGENT amelie 300:1", "MONTH 2026-02-01 AGENT amelie 300:1");
    }

    private List<String> waits() {
        return jdbc.sql("""
                        select grain || ' ' || starts_on || ' ' || dimension || ' ' || item || ' ' || calls
                          from statistics_wait where dimension = 'AGENT' order by grain""").query(String.class).list();
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
