package fr.rappel.callback;

import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Service;

/** First figures for supervisors, counted from the requests and their facts. */
@Service
@RolesAllowed(Roles.SUPERVISOR)
public class CallbackFigures {

    private final LineCount count;

    CallbackFigures(LineCount count) {
        this.count = count;
    }

    /** The figures of this moment. */
    public LineFigures now() {
        return count.now();
    }
}
