package fr.rappel.callback;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import fr.rappel.users.Account;
import fr.rappel.users.UserAccounts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who works on which request: take, release, reassign, note. Calls are {@link CallbackCalls}. */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class CallbackWork {

    private final NextInLine line;
    private final CallbackRequestRepository requests;
    private final CallAttemptRepository attempts;
    private final Timeline timeline;
    private final UserAccounts accounts;
    private final CurrentUser currentUser;
    private final Clock clock;

    CallbackWork(
            CallbackRequestRepository requests,
            CallAttemptRepository attempts,
            Timeline timeline,
            UserAccounts accounts,
            CurrentUser currentUser,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.attempts = attempts;
        this.timeline = timeline;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.clock = clock;
        this.line = new NextInLine(agents -> Objects.requireNonNull(transaction.execute(status -> takeFor(agents))));
    }

    /**
     * Takes the request whose turn has come first. Two agents never get the same one.
     *
     * @return its reference, empty if nothing waits
     * @throws QueryTimeoutException if so many agents press at once that the turn does not come within ten seconds
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<String> takeNext() {
        return line.take(currentUser.username());
    }

    private List<String> takeFor(List<String> agents) {
        Instant now = now();
        List<CallbackRequestRepository.Locked> next = requests.lockNext(now, agents.size());
        for (int i = 0; i < next.size(); i++) {
            requests.takeLocked(next.get(i).getId(), agents.get(i), now);
        }
        // Afterwards: each of the updates above forgets what is not written yet.
        for (int i = 0; i < next.size(); i++) {
            timeline.record(
                    next.get(i).getId(),
                    next.get(i).getReference(),
                    TimelineEntry.of(FactKind.TAKEN, now, agents.get(i)));
        }
        return next.stream().map(CallbackRequestRepository.Locked::getReference).toList();
    }

    /**
     * Takes a request, also one whose turn has not come. Taking what one holds already changes nothing.
     *
     * @throws AlreadyTaken if somebody else was faster
     * @throws AlreadyClosed if it is closed
     * @throws RequestNotFound if there is none of that reference
     */
    public void take(String reference) {
        String agent = currentUser.username();
        Instant now = now();
        boolean won = requests.take(reference, agent, now) == 1;
        CallbackRequest request = find(reference);
        if (won) {
            timeline.record(request.id(), reference, TimelineEntry.of(FactKind.TAKEN, now, agent));
        } else if (request.status() == CallbackStatus.CLOSED) {
            throw new AlreadyClosed();
        } else if (request.takenBy() != null && !agent.equals(request.takenBy())) {
            throw new AlreadyTaken(request.takenBy());
        }
    }

    /**
     * Gives the request back to the queue, where it keeps its place. A supervisor may release anybody's.
     *
     * @throws NotHolder if somebody else holds it, or nobody
     * @throws CallInProgress if a call has no outcome yet
     */
    public void release(String reference) {
        CallbackRequest request = findForChange(reference);
        request.release();
        timeline.record(request.id(), reference, entry(FactKind.RELEASED));
    }

    /**
     * Gives the request to another agent. A supervisor may reassign anybody's.
     *
     * @throws UnknownAgent if there is no such enabled account
     * @throws NotHolder if somebody else holds it, or nobody
     * @throws CallInProgress if a call has no outcome yet
     */
    public void reassign(String reference, String agent) {
        Account target = accounts.account(agent).filter(Account::enabled).orElseThrow(UnknownAgent::new);
        CallbackRequest request = findForChange(reference);
        request.reassign(target.username(), now());
        timeline.record(request.id(), reference, entry(FactKind.REASSIGNED).target(target.username()));
    }

    /**
     * Adds a note to the timeline; every agent may.
     *
     * @throws OutcomeRefused if the note is empty or longer than {@value OutcomeReport#NOTE_MAX} characters
     */
    public void addNote(String reference, String note) {
        String text = CleanText.multiline(note);
        if (CleanText.isBlank(text)) {
            throw new OutcomeRefused("noteMissing");
        }
        if (CleanText.length(text) > OutcomeReport.NOTE_MAX) {
            throw new OutcomeRefused("noteTooLong");
        }
        CallbackRequest request = find(reference);
        if (currentUser.username().equals(request.takenBy())) {
            request.touch(now());
        }
        timeline.record(request.id(), reference, entry(FactKind.NOTED).note(text));
    }

    private CallbackRequest findForChange(String reference) {
        CallbackRequest request = find(reference);
        if (!currentUser.hasRole(Roles.SUPERVISOR)) {
            request.requireHeldBy(currentUser.username());
        }
        if (attempts.findByRequestIdAndEndedAtIsNull(request.id()).isPresent()) {
            throw new CallInProgress();
        }
        return request;
    }

    private CallbackRequest find(String reference) {
        return requests.findByReference(reference).orElseThrow(RequestNotFound::new);
    }

    private TimelineEntry entry(FactKind kind) {
        return TimelineEntry.of(kind, now(), currentUser.username());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
