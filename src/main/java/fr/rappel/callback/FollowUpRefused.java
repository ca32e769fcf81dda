package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** A visitor asks for something that this request does not allow now. */
public final class FollowUpRefused extends Refusal {

    /**
     * @param reason end of the message key, for instance {@code beingCalled}
     */
    FollowUpRefused(String reason) {
        super("callback.FollowUpRefused." + reason);
    }
}
