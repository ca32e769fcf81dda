package fr.rappel.dossier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A purpose as addresses state it: {@code demande=ABCD2345}, or {@code motif=MAIL}. */
public final class StatedPurpose {

    /** Name of the parameter that holds the reference of a request. */
    public static final String REQUEST = "demande";

    /** Name of the parameter that holds the name of a {@link ReadingReason}. */
    public static final String REASON = "motif";

    private StatedPurpose() {}

    /** What both parameters state; empty unless exactly one of them does, in its form. */
    public static Optional<Purpose> of(@Nullable String request, @Nullable String reason) {
        try {
            return Optional.of(new Purpose(request, reason == null ? null : ReadingReason.valueOf(reason)));
        } catch (IllegalArgumentException e) {
            // Anybody can write an address: what states nothing is asked for.
            return Optional.empty();
        }
    }

    /** The parameter that states the purpose, ready for an address. */
    public static String query(Purpose purpose) {
        return (purpose.request() != null ? REQUEST : REASON) + '=' + purpose.text();
    }
}
