package fr.rappel.callback;

import fr.rappel.shared.Refusal;

/** There is no request of that reference, or no attempt of that number. */
public final class RequestNotFound extends Refusal {

    RequestNotFound() {
        super("callback.RequestNotFound");
    }
}
