package fr.rappel.callback;

import fr.rappel.shared.DemoProfile;
import fr.rappel.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A few dozen invented requests for the demo profile, the same ones each time, received over the last hours, and before them
 * a past. Request i comes from company i, whose dossiers the demonstration has as well.
 */
@Component
class DemoRequests implements ApplicationRunner {

    private static final int COUNT = 48;

    private final Random random = new Random(2026);
    private final DemoProfile demo;
    private final CallbackRequestRepository requests;
    private final CallAttemptRepository attempts;
    private final Timeline timeline;
    private final PrivacyNotices notices;
    private final References references;
    private final DemoVisitors visitors;
    private final DemoHistory history;
    private final Promise promise;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoRequests(
            DemoProfile demo,
            CallbackRequestRepository requests,
            CallAttemptRepository attempts,
            Timeline timeline,
            PrivacyNotices notices,
            References references,
            DemoVisitors visitors,
            DemoHistory history,
            Promise promise,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.demo = demo;
        this.requests = requests;
        this.attempts = attempts;
        this.timeline = timeline;
        this.notices = notices;
        this.references = references;
        this.visitors = visitors;
        this.history = history;
        this.promise = promise;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demo.isActive()
                && jdbc.sql("select count(*) from callback_request")
                                .query(Long.class)
                                .single()
                        == 0) {
            transaction.executeWithoutResult(status -> store());
        }
    }

    private void store() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        history.storeUntil(received(now, COUNT));
        for (int i = 0; i < COUNT; i++) {
            Instant received = received(now, i);
            CallbackRequest request = requests.save(new CallbackRequest(
                    visitors.said(i, i, random),
                    Channel.FORM,
                    references.next(),
                    Sha256.hex("demo-" + i),
                    notices.shown(null),
                    i == 5,
                    received,
                    promise.madeAt(received)));
            timeline.record(request.id(), request.reference(), TimelineEntry.of(FactKind.RECEIVED, received, null));
            if (i >= COUNT / 2) {
                called(request, received.plus(Duration.ofHours(2)), i);
            }
        }
    }

    private static Instant received(Instant now, int i) {
        return now.minus(Duration.ofMinutes(12L + i * 47L));
    }

    /** The older half has been called: most are closed, some come back later. */
    private void called(CallbackRequest request, Instant at, int i) {
        String agent = i % 2 == 0 ? "agent" : "agent2";
        CallOutcome outcome = i % 4 == 0 ? CallOutcome.NO_ANSWER : CallOutcome.RESOLVED;
        request.take(agent, at);
        CallAttempt attempt = attempts.save(new CallAttempt(request.id(), 1, agent, at, null));
        Instant end = at.plus(Duration.ofMinutes(6));
        attempt.end(outcome, end);
        record(request, TimelineEntry.of(FactKind.TAKEN, at, agent));
        record(request, TimelineEntry.of(FactKind.CALL_STARTED, at, agent));
        TimelineEntry ended = TimelineEntry.of(FactKind.CALL_ENDED, end, agent).outcome(outcome);
        if (outcome.closes()) {
            request.close(outcome, end);
            record(request, ended);
            record(request, TimelineEntry.of(FactKind.CLOSED, end, agent).outcome(outcome));
        } else {
            Instant next = clock.instant().plus(Duration.ofHours(20L + i));
            request.retry(next, promise.madeAt(next));
            record(request, ended.until(next));
        }
    }

    private void record(CallbackRequest request, TimelineEntry entry) {
        timeline.record(request.id(), request.reference(), entry);
    }
}
