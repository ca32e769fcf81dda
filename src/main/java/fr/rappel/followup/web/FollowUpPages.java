package fr.rappel.followup.web;

import fr.rappel.faq.PageFrame;
import fr.rappel.followup.FollowedRequest;
import fr.rappel.followup.TooManyTries;
import fr.rappel.shared.FieldError;
import fr.rappel.shared.PageTokens;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/** Puts the pages together. Nobody keeps a copy, nobody finds them, and no link of theirs tells where it was. */
@Component
class FollowUpPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final PageFrame frame;
    private final PageTokens tokens;
    private final FollowUpWords words;

    FollowUpPages(PageFrame frame, PageTokens tokens, FollowUpWords words) {
        this.frame = frame;
        this.tokens = tokens;
        this.words = words;
    }

    /**
     * What was sent with one of the page's forms and is not accepted.
     *
     * @param part name of the form
     * @param problem what is wrong with it as a whole; empty if only fields are
     */
    record Unsent(String part, Map<String, String> typed, List<FieldError> errors, String problem) {

        static final Unsent NOTHING = new Unsent("", Map.of(), List.of(), "");
    }

    /** The name that the token of a page is made for. */
    static String page(String link) {
        return "/suivi/" + link;
    }

    ResponseEntity<String> page(HttpStatus status, String link, FollowedRequest request, Unsent unsent, String done) {
        Map<String, Object> facts = facts(link, request);
        facts.put("part", unsent.part());
        facts.put("typed", unsent.typed());
        facts.put("errors", unsent.errors());
        facts.put("messages", FieldError.byField(unsent.errors()));
        facts.put("problem", unsent.problem());
        facts.put("done", done);
        facts.put("drafts", true);
        return answer(status).body(frame.page("followup/page", facts));
    }

    /** Asks once before a request is closed. */
    ResponseEntity<String> confirmation(String link, FollowedRequest request, boolean solved) {
        Map<String, Object> facts = facts(link, request);
        facts.put("solved", solved);
        return answer(HttpStatus.OK).body(frame.page("followup/confirm", facts));
    }

    /** The same page for every link that does not work. */
    ResponseEntity<String> refused() {
        return answer(HttpStatus.NOT_FOUND).body(frame.page("followup/refused", Map.of("reason", "link")));
    }

    ResponseEntity<String> refused(TooManyTries refusal) {
        return answer(HttpStatus.TOO_MANY_REQUESTS)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(refusal.retryAfter().toSeconds() + 1))
                .body(frame.page("followup/refused", Map.of("reason", "rate")));
    }

    private Map<String, Object> facts(String link, FollowedRequest request) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("link", page(link));
        facts.put("token", tokens.issue(page(link)));
        facts.put("state", request.state());
        facts.put("followed", request);
        facts.put("words", words);
        return facts;
    }

    private static BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex");
    }
}
