package fr.rappel.followup.web;

import fr.rappel.faq.PageFrame;
import fr.rappel.followup.FollowedRequest;
import fr.rappel.followup.TooManyTries;
import fr.rappel.shared.FieldError;
import fr.rappel.shared.PageTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** What the page's forms send. */
    private static final Set<String> FIELDS =
            Set.of("jeton", "text", "comment", "score", "phone", "email", "firstDay", "lastDay", "part", "id");

    private static final Duration BACK_SOON = Duration.ofMinutes(1);

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
        return later(refusal, "", "", Map.of());
    }

    /** Too much came from the network address: what was sent with one of the page's forms can be sent again later. */
    ResponseEntity<String> later(TooManyTries refusal, String part, String link, Map<String, String> sent) {
        return later(HttpStatus.TOO_MANY_REQUESTS, refusal.retryAfter(), "rate", part, link, sent);
    }

    /** The same if the database is away, which this page does not ask for anything. */
    ResponseEntity<String> later(String part, String link, Map<String, String> sent) {
        return later(HttpStatus.SERVICE_UNAVAILABLE, BACK_SOON, "away", part, link, sent);
    }

    private ResponseEntity<String> later(
            HttpStatus status, Duration wait, String reason, String part, String link, Map<String, String> sent) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("reason", reason);
        facts.put("action", part.isEmpty() || part.equals("documents") ? "" : page(link) + "/" + part);
        facts.put(
                "sent",
                sent.keySet().stream().filter(FIELDS::contains).collect(Collectors.toMap(name -> name, sent::get)));
        return answer(status)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1))
                .body(frame.page("followup/refused", facts));
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
