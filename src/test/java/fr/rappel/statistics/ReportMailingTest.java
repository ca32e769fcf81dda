package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.notifications.ReportMails;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Each address gets the report of each finished and counted period once, whatever happens meanwhile. */
class ReportMailingTest extends WithFigures {

    private static final String SUNDAY_EVENING = "2026-03-08T23:59";
    private static final String MONDAY = "2026-03-09T00:20";

    @Autowired
    private ReportSubscriptions subscriptions;

    @Autowired
    private ReportMailing mailing;

    @Autowired
    private SubscriptionRows rows;

    @Autowired
    private ReportLetters letters;

    @Autowired
    private ReportMails mails;

    @BeforeEach
    void oneRequest() {
        data.account(claire);
        received(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(2)));
    }

    @Test
    void tellsAWeekOnceWhenItIsOverAndCounted() {
        subscribe("a@exemple.fr", ReportCadence.WEEK);
        countAndSend(SUNDAY_EVENING);
        countAndSend("2026-03-09T00:05");
        assertThat(subjects()).as("the last hour may still change").isEmpty();
        assertThat(only().isDue()).isTrue();
        countAndSend(MONDAY);
        countAndSend(MONDAY);
        countAndSend("2026-03-12T12:00");
        assertThat(subjects()).containsExactly("Rapport hebdomadaire du 2 au 8 mars 2026 – AKTO");
        assertThat(only().latest()).isEqualTo(new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8)));
        assertThat(only().next()).isEqualTo(new Period(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 15)));
        assertThat(only().leavesOn()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(only().isDue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2026-03-24T10:00, 2026-03-29T23:59, 2026-03-30T00:20, Rapport hebdomadaire du 23 au 29 mars 2026",
        "WEEK, 2026-10-20T10:00, 2026-10-25T23:59, 2026-10-26T00:20, Rapport hebdomadaire du 19 au 25 octobre 2026",
        "WEEK, 2026-12-29T10:00, 2027-01-03T23:59, 2027-01-04T00:20,"
                + " Rapport hebdomadaire du 28 décembre 2026 au 3 janvier 2027",
        "MONTH, 2026-12-20T10:00, 2026-12-31T23:59, 2027-01-01T00:20, Rapport mensuel du 1er au 31 décembre 2026",
        "QUARTER, 2026-12-20T10:00, 2026-12-31T23:59, 2027-01-01T00:20,"
                + " Rapport trimestriel du 1er octobre au 31 décembre 2026"
    })
    void endsPeriodsByTheClockOfTheLine(
            ReportCadence cadence, String subscribed, String before, String after, String subject) {
        data.clear();
        data.account(claire);
        clock.setParis(subscribed);
        received(clock.instant().minus(Duration.ofDays(2)));
        subscribe("a@exemple.fr", cadence);
        countAndSend(before);
        assertThat(subjects()).isEmpty();
        countAndSend(after);
        assertThat(subjects()).containsExactly(subject + " – AKTO");
    }

    @Test
    void tellsEachCadenceOfTheSameAddress() {
        List.of(ReportCadence.values()).forEach(cadence -> subscribe("a@exemple.fr", cadence));
        countAndSend("2026-03-31T23:59");
        countAndSend("2026-04-01T00:20");
        assertThat(subjects())
                .containsExactly(
                        "Rapport hebdomadaire du 23 au 29 mars 2026 – AKTO",
                        "Rapport mensuel du 1er au 31 mars 2026 – AKTO",
                        "Rapport trimestriel du 1er janvier au 31 mars 2026 – AKTO");
    }

    @Test
    void waitsUntilEveryDayIsCounted() {
        subscribe("a@exemple.fr", ReportCadence.WEEK);
        clock.setParis(MONDAY);
        mailing.sendFinished();
        count.countFinishedDays();
        jdbc.sql("delete from statistics_count where starts_on = '2026-03-08'").update();
        mailing.sendFinished();
        jdbc.sql("delete from statistics_count").update();
        mailing.sendFinished();
        assertThat(subjects()).isEmpty();
        countAndSend(MONDAY);
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void tellsOnlyTheLatestOfThosePeriodsThatWereMissed() {
        subscribe("a@exemple.fr", ReportCadence.WEEK);
        countAndSend("2026-03-31T10:00");
        countAndSend("2026-03-31T10:05");
        assertThat(subjects()).containsExactly("Rapport hebdomadaire du 23 au 29 mars 2026 – AKTO");
        countAndSend("2026-04-06T00:20");
        assertThat(subjects()).hasSize(2).last().asString().contains("du 30 mars au 5 avril 2026");
    }

    @Test
    void beginsWithThePeriodThatRunsWhenSomebodyIsAdded() {
        clock.setParis(MONDAY);
        subscribe("a@exemple.fr", ReportCadence.WEEK);
        countAndSend(MONDAY);
        assertThat(subjects()).isEmpty();
        countAndSend("2026-03-16T00:20");
        assertThat(subjects()).containsExactly("Rapport hebdomadaire du 9 au 15 mars 2026 – AKTO");
    }

    @Test
    void saysNothingBeforeAnythingHappened() {
        data.clear();
        data.account(claire);
        subscribe("a@exemple.fr", ReportCadence.WEEK);
        countAndSend(MONDAY);
        assertThat(subjects()).isEmpty();
    }

    @Test
    void storesTheMessageAndTheNoteOfItTogether() {
        subscribe("a@exemple.fr", ReportCadence.WEEK);
        clock.setParis(MONDAY);
        count.countFinishedDays();
        with(new TransactionTemplate(transactions) {
                    @Override
                    public <T> T execute(TransactionCallback<T> action) {
                        return super.execute(status -> {
                            action.doInTransaction(status);
                            throw new IllegalStateException("killed before the commit");
                        });
                    }
                })
                .sendFinished();
        assertThat(subjects()).isEmpty();
        assertThat(data.count("mail_enclosure")).isZero();
        assertThat(only().isDue()).isTrue();
        mailing.sendFinished();
        mailing.sendFinished();
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void isWrittenOnceByTwoNodes() throws Exception {
        IntStream.range(0, 5).forEach(i -> subscribe("v" + i + "@exemple.fr", ReportCadence.WEEK));
        clock.setParis(MONDAY);
        count.countFinishedDays();
        var bothHaveComputed = new CyclicBarrier(2);
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var runs = IntStream.range(0, 2)
                    .mapToObj(i ->
                            nodes.submit(() -> with(meetingAt(bothHaveComputed)).sendFinished()))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        }
        mailing.sendFinished();
        assertThat(jdbc.sql("select recipient from mail_message order by recipient")
                        .query(String.class)
                        .list())
                .containsExactly("v0@exemple.fr", "v1@exemple.fr", "v2@exemple.fr", "v3@exemple.fr", "v4@exemple.fr");
        assertThat(data.count("mail_enclosure")).as("one file for all").isEqualTo(1);
    }

    @Test
    void writesToNobodyWhoWasRemoved() {
        subscribe("a@exemple.fr", ReportCadence.WEEK);
        subscribe("b@exemple.fr", ReportCadence.WEEK);
        remove("a@exemple.fr");
        countAndSend(MONDAY);
        assertThat(jdbc.sql("select recipient from mail_message")
                        .query(String.class)
                        .list())
                .containsExactly("b@exemple.fr");
        remove("b@exemple.fr");
        assertThat(jdbc.sql("select fault from mail_message where state = 'ABANDONED'")
                        .query(String.class)
                        .list())
                .as("taken back before it left")
                .containsExactly("UNSUBSCRIBED");
        countAndSend("2026-03-16T00:20");
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void takesNothingBackThatIsBeingSent() {
        subscribe("a@exemple.fr", ReportCadence.WEEK);
        countAndSend(MONDAY);
        jdbc.sql("update mail_message set claim = 'x', claimed_until = :until")
                .param("until", clock.instant().plusSeconds(60).atOffset(java.time.ZoneOffset.UTC))
                .update();
        remove("a@exemple.fr");
        assertThat(jdbc.sql("select state from mail_message")
                        .query(String.class)
                        .list())
                .containsExactly("WAITING");
    }

    private TransactionTemplate meetingAt(CyclicBarrier barrier) {
        return new TransactionTemplate(transactions) {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                try {
                    barrier.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
                return super.execute(action);
            }
        };
    }

    private ReportMailing with(TransactionTemplate transaction) {
        return new ReportMailing(rows, letters, mails, uncounted, calendar, transaction, clock);
    }

    private void subscribe(String address, ReportCadence cadence) {
        claire.does(() -> subscriptions.add(address, cadence));
    }

    private void remove(String address) {
        claire.does(() -> subscriptions.all().stream()
                .filter(one -> one.address().equals(address))
                .forEach(one -> subscriptions.remove(one.id())));
    }

    private ReportSubscription only() {
        return claire.get(subscriptions::all).getFirst();
    }

    private void countAndSend(String paris) {
        clock.setParis(paris);
        count.countFinishedDays();
        mailing.sendFinished();
    }

    private List<String> subjects() {
        return jdbc.sql("select subject from mail_message order by id")
                .query(String.class)
                .list();
    }
}
