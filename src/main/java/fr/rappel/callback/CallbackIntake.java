package fr.rappel.callback;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.shared.Sha256;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.annotation.Validated;

/** The door through which every request comes in: form and API alike. */
@Service
@Validated
public class CallbackIntake {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackIntake.class);

    private final CallbackRequestRepository requests;
    private final PrivacyNotices notices;
    private final Timeline timeline;
    private final References references;
    private final IntakeLimiter limiter;
    private final Promise promise;
    private final IntakeProperties limits;
    private final MeterRegistry metrics;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CallbackIntake(
            CallbackRequestRepository requests,
            PrivacyNotices notices,
            Timeline timeline,
            References references,
            IntakeLimiter limiter,
            Promise promise,
            IntakeProperties limits,
            MeterRegistry metrics,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.notices = notices;
        this.timeline = timeline;
        this.references = references;
        this.limiter = limiter;
        this.promise = promise;
        this.limits = limits;
        this.metrics = metrics;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores a request, once per submission key. When this method returns, the request is committed.
     *
     * @return the receipt, the same one when the same submission comes again
     * @throws jakarta.validation.ConstraintViolationException if a field is refused; all refusals at once
     * @throws TooManySubmissions if the address has sent too many
     * @throws SubmissionKeyReused if the key belongs to a submission with other contents
     */
    @AnonymousAllowed
    public Receipt submit(@Valid SubmitCallback said, Submission submission) {
        String key = Sha256.hex(submission.key() == null ? UUID.randomUUID().toString() : submission.key());
        if (submission.key() != null) {
            Optional<Receipt> known = replay(key, said);
            if (known.isPresent()) {
                return known.get();
            }
        }
        limiter.count(submission.address());
        return store(said, submission, key);
    }

    private Receipt store(SubmitCallback said, Submission submission, String key) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> insert(said, submission, key));
            } catch (DataIntegrityViolationException e) {
                // Either the same submission arrived twice at the same moment, or the drawn reference exists already.
                Optional<Receipt> known = replay(key, said);
                if (known.isPresent()) {
                    return known.get();
                }
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }

    private Receipt insert(SubmitCallback said, Submission submission, String key) {
        // Databases keep microseconds: what we answer now is what will be read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean suspicious = isSuspicious(submission);
        CallbackRequest request = requests.save(new CallbackRequest(
                said,
                submission.channel(),
                references.next(),
                key,
                notices.shown(submission.noticeVersion()),
                suspicious,
                now,
                promise.madeAt(now)));
        timeline.record(request.id(), request.reference(), TimelineEntry.of(FactKind.RECEIVED, now, null));
        return request.receipt(false);
    }

    private Optional<Receipt> replay(String key, SubmitCallback said) {
        return requests.findBySubmissionKey(key).map(known -> {
            if (!known.says(said)) {
                throw new SubmissionKeyReused();
            }
            return known.receipt(true);
        });
    }

    /** A robot is not told that it was recognised, and nothing is lost: an agent looks at it. */
    private boolean isSuspicious(Submission submission) {
        Duration fillTime = submission.fillTime();
        boolean tooFast = fillTime != null && fillTime.compareTo(limits.minimumFillTime()) < 0;
        if (submission.trapFilled() || tooFast) {
            String reason = submission.trapFilled() ? "trap" : "speed";
            metrics.counter("rappel.intake.refused", "reason", reason).increment();
            LOG.info("A submission looks like a robot's and waits for an agent to judge it: {}", reason);
            return true;
        }
        return false;
    }
}
