package fr.rappel.callback;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers by mail while a request is worked on. What is told of an outcome goes with that outcome. */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class CallbackAnswers {

    private final CallbackRequestRepository requests;
    private final Timeline timeline;
    private final CurrentUser currentUser;
    private final Clock clock;

    CallbackAnswers(CallbackRequestRepository requests, Timeline timeline, CurrentUser currentUser, Clock clock) {
        this.requests = requests;
        this.timeline = timeline;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Answers the visitor of an open request that one holds; a supervisor may answer anybody's.
     *
     * @throws OutcomeRefused if it has no text
     * @throws NotHolder if somebody else holds the request, or nobody
     * @throws AlreadyClosed if it is closed
     * @throws RequestNotFound if there is none of that reference
     */
    public void send(String reference, VisitorAnswer answer) {
        if (CleanText.isBlank(answer.text())) {
            throw new OutcomeRefused("answerMissing");
        }
        CallbackRequest request = requests.findLockedByReference(reference).orElseThrow(RequestNotFound::new);
        String agent = currentUser.username();
        if (request.status() == CallbackStatus.CLOSED || !currentUser.hasRole(Roles.SUPERVISOR)) {
            request.requireHeldBy(agent);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (agent.equals(request.takenBy())) {
            request.touch(now);
        }
        timeline.record(
                request.id(),
                reference,
                TimelineEntry.of(FactKind.ANSWERED, now, agent).answer(answer));
    }
}
