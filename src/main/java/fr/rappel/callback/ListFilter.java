package fr.rappel.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of the work list to show; null means "any".
 *
 * @param receivedBefore only requests received before this instant
 * @param text reference, name, SIRET, SIREN or telephone number, whole or in part, in any writing
 */
public record ListFilter(
        ListView view,
        @Nullable String region,
        @Nullable String sector,
        @Nullable String topic,
        @Nullable CompanySize size,
        @Nullable Instant receivedBefore,
        @Nullable String text) {

    /** Everything of one part of the list. */
    public static ListFilter of(ListView view) {
        return new ListFilter(view, null, null, null, null, null, null);
    }

    /** Whether anything beside the part of the list narrows what is shown. */
    public boolean narrows() {
        return region != null
                || sector != null
                || topic != null
                || size != null
                || receivedBefore != null
                || (text != null && !text.isBlank());
    }
}
