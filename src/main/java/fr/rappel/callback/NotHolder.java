package fr.rappel.callback;

import fr.rappel.shared.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Only who holds the request may do this; take it first. */
public final class NotHolder extends Refusal {

    private final @Nullable String takenBy;

    NotHolder(@Nullable String takenBy) {
        super(
                takenBy == null ? "callback.NotHolder.nobody" : "callback.NotHolder.somebody",
                takenBy == null ? "" : takenBy);
        this.takenBy = takenBy;
    }

    /** User name of who holds it, empty if nobody does. */
    public Optional<String> takenBy() {
        return Optional.ofNullable(takenBy);
    }
}
