package fr.rappel.callback;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The last row of a page, as the client gives it back: opaque to it, checked by us. */
record ListCursor(Instant at, long id) {

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
            return new ListCursor(Instant.parse(text.substring(0, bar)), Long.parseLong(text.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedCursor();
        }
    }
}
