package fr.rappel.callback;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** For modules that write to visitors on the line's behalf: their rules and jobs have no signed-in user. */
@Component
public class Visitors {

    private final CallbackRequestRepository requests;

    Visitors(CallbackRequestRepository requests) {
        this.requests = requests;
    }

    /** Who sent the request of that reference, as the running transaction sees it; empty if there is none. */
    public Optional<Visitor> of(String reference) {
        return requests.findVisitor(reference);
    }
}
