package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** The key of another submission came with different contents: storing it or dropping it would both be wrong. */
public final class SubmissionKeyReused extends Refusal {

    SubmissionKeyReused() {
        super("callback.SubmissionKeyReused");
    }
}
