package fr.rappel.callback;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Repairs what was recorded by mistake: one wrong key must not cost a visitor the call. Nothing on the timeline goes. */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class CallbackCorrections {

    /** How long one may take back what one has just recorded. */
    public static final Duration UNDO_FOR = Duration.ofMinutes(5);

    private final CallbackRequestRepository requests;
    private final CallAttemptRepository attempts;
    private final Timeline timeline;
    private final CurrentUser currentUser;
    private final Clock clock;

    CallbackCorrections(
            CallbackRequestRepository requests,
            CallAttemptRepository attempts,
            Timeline timeline,
            CurrentUser currentUser,
            Clock clock) {
        this.requests = requests;
        this.attempts = attempts;
        this.timeline = timeline;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Takes back what one has just recorded. An outcome: one holds the request again, and its call, if there was one,
     * awaits its outcome again. An answer by mail: it does not leave.
     *
     * @throws TooLateToUndo if somebody else recorded it, or too long ago, or something has happened since
     */
    public void undo(String reference) {
        CallbackRequest request = find(reference);
        Instant now = now();
        UndoableStep step = UndoableStep.last(timeline.of(request.id()))
                .filter(last -> last.canBeUndoneBy(currentUser.username(), now))
                .orElseThrow(TooLateToUndo::new);
        CallOutcome outcome = step.outcome();
        if (outcome == null) {
            timeline.record(request.id(), reference, entry(FactKind.ANSWER_UNDONE, now));
            return;
        }
        attempts.findByRequestIdOrderByNumber(request.id()).stream()
                .filter(attempt -> attempt.endedAt(step.at()))
                .forEach(CallAttempt::takeBack);
        request.takeBack(outcome, currentUser.username(), now);
        timeline.record(request.id(), reference, entry(FactKind.UNDONE, now).outcome(outcome));
    }

    /**
     * Opens a closed request again, at any time; one holds it from then on.
     *
     * @param reason kept on the timeline
     * @throws NotClosed if it is open
     * @throws OutcomeRefused if the reason is empty or longer than {@value OutcomeReport#NOTE_MAX} characters
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public void reopen(String reference, String reason) {
        String text = CleanText.multiline(reason);
        if (CleanText.isBlank(text)) {
            throw new OutcomeRefused("noteMissing");
        }
        if (CleanText.length(text) > OutcomeReport.NOTE_MAX) {
            throw new OutcomeRefused("noteTooLong");
        }
        CallbackRequest request = find(reference);
        Instant now = now();
        request.reopen(currentUser.username(), now);
        timeline.record(request.id(), reference, entry(FactKind.REOPENED, now).note(text));
    }

    private CallbackRequest find(String reference) {
        return requests.findByReference(reference).orElseThrow(RequestNotFound::new);
    }

    private TimelineEntry entry(FactKind kind, Instant now) {
        return TimelineEntry.of(kind, now, currentUser.username());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
