package fr.rappel.followup;

import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.callback.FollowUpState;
import fr.rappel.callback.RequestNotFound;
import fr.rappel.shared.InstallationKey;
import fr.rappel.shared.Seal;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the tokens of links: reference, generation, signature. The signature is looked at first, so that the
 * answer to a forged link takes the same time whether or not there is such a request.
 */
@Component
class LinkTokens {

    private static final Pattern FORM = Pattern.compile("([2-9A-Z]{8})-([1-9]\\d{0,5})-([A-Za-z0-9_-]{43})");

    private final LinkGenerations generations;
    private final CallbackFollowUp requests;
    private final FollowUpProperties rules;
    private final Seal seal;
    private final Clock clock;

    LinkTokens(
            LinkGenerations generations,
            CallbackFollowUp requests,
            FollowUpProperties rules,
            InstallationKey key,
            Clock clock) {
        this.generations = generations;
        this.requests = requests;
        this.rules = rules;
        this.seal = key.seal("follow-up link");
        this.clock = clock;
    }

    /** The token of the valid link. */
    String of(String reference) {
        String said = reference + "-" + generations.of(reference);
        return said + "-" + seal.sign(said);
    }

    /**
     * The request that a token leads to, as it stands.
     *
     * @throws LinkRefused if it is none of ours, was taken back, or its time is over
     */
    FollowUpState open(String token) {
        Said said = read(token);
        if (generations.of(said.reference()) != said.generation()) {
            throw new LinkRefused();
        }
        try {
            FollowUpState state = requests.state(said.reference());
            if (!clock.instant().isBefore(end(state))) {
                throw new LinkRefused();
            }
            return state;
        } catch (RequestNotFound gone) {
            throw new LinkRefused();
        }
    }

    /**
     * The token that took the place of one.
     *
     * @throws LinkRefused if it is none of ours, or the next one was taken back too
     */
    String successorOf(String token) {
        Said said = read(token);
        if (generations.of(said.reference()) != said.generation() + 1) {
            throw new LinkRefused();
        }
        return of(said.reference());
    }

    private record Said(String reference, int generation) {}

    private Said read(String token) {
        Matcher form = FORM.matcher(token);
        if (!form.matches() || !seal.matches(form.group(1) + "-" + form.group(2), form.group(3))) {
            throw new LinkRefused();
        }
        return new Said(form.group(1), Integer.parseInt(form.group(2)));
    }

    /** When the link of a request stops to work. */
    Instant end(FollowUpState state) {
        Instant latest = state.receivedAt().plus(rules.longest());
        if (state.closedAt() == null) {
            return latest;
        }
        Instant afterClosing = state.closedAt().plus(rules.afterClosing());
        return afterClosing.isBefore(latest) ? afterClosing : latest;
    }
}
