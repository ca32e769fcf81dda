package fr.rappel.callback;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The last row of a page, as the client gives it back: opaque to it, checked by us. */
record ListCursor(Instant at, long id) {

    /** Instants beyond these are none of ours, and databases do not know them. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    String encode() {
        String text = at + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws MalformedCursor if it is not one of ours
     */
    static ListCursor decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            if (bar < 0) {
                throw new MalformedCursor();
            }
            Instant at = Instant.parse(text.substring(0, bar));
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw new MalformedCursor();
            }
            return new ListCursor(at, Long.parseLong(text.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedCursor();
        }
    }
}
