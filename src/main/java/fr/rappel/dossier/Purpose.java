package fr.rappel.dossier;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something is read: for a request, or for a reason; exactly one of them. Nothing can be opened without.
 *
 * @param request reference of a call-back request
 */
public record Purpose(@Nullable String request, @Nullable ReadingReason reason) {

    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{1,20}");

    /** @throws IllegalArgumentException if there is not exactly one of the two, or the reference cannot be one */
    public Purpose {
        if ((request == null) == (reason == null)
                || request != null && !REFERENCE.matcher(request).matches()) {
            throw new IllegalArgumentException("A purpose is a request or a reason");
        }
    }

    public static Purpose request(String reference) {
        return new Purpose(reference, null);
    }

    public static Purpose of(ReadingReason reason) {
        return new Purpose(null, reason);
    }

    /** As stored: the reference, or the reason's name. */
    String text() {
        return request != null ? request : String.valueOf(reason);
    }
}
