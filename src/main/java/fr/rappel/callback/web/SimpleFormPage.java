package fr.rappel.callback.web;

import fr.rappel.callback.CompanySize;
import fr.rappel.callback.PrivacyNotices;
import fr.rappel.faq.PageFrame;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Region;
import fr.rappel.reference.Sector;
import fr.rappel.reference.Topic;
import fr.rappel.shared.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page of the form: empty, or with everything that was typed and what is wrong with it. */
@Component
class SimpleFormPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** As they stand on the page. */
    private static final List<String> FIELDS = List.of(
            "firstName",
            "lastName",
            "email",
            "phone",
            "siret",
            "companySize",
            "region",
            "sector",
            "topic",
            "message",
            "consent");

    /** One line of a list. */
    record Choice(String code, String label) {}

    private final PageFrame frame;
    private final PrivacyNotices notices;
    private final ReferenceLists lists;
    private final MessageSource messages;

    SimpleFormPage(PageFrame frame, PrivacyNotices notices, ReferenceLists lists, MessageSource messages) {
        this.frame = frame;
        this.notices = notices;
        this.lists = lists;
        this.messages = messages;
    }

    /** @param from slug of the answer from whose page it was opened; empty without one */
    ResponseEntity<String> empty(String token, String from) {
        return answer(HttpStatus.OK, Map.of(), from, token, List.of(), "");
    }

    /** Fields are refused. */
    ResponseEntity<String> again(Map<String, String> typed, String token, List<FieldError> errors) {
        List<FieldError> inOrder = errors.stream()
                .sorted(Comparator.comparingInt(error -> FIELDS.indexOf(error.field())))
                .toList();
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, typed, from(typed), token, inOrder, "");
    }

    /** Something else keeps the request from being stored. */
    ResponseEntity<String> again(
            HttpStatus status, Map<String, String> typed, String token, String problem, Object... arguments) {
        String why = messages.getMessage(problem, arguments, Locale.FRENCH);
        return answer(status, typed, from(typed), token, List.of(), why);
    }

    static String from(Map<String, String> sent) {
        return sent.getOrDefault("depuis", "");
    }

    private ResponseEntity<String> answer(
            HttpStatus status,
            Map<String, String> typed,
            String from,
            String token,
            List<FieldError> errors,
            String problem) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("typed", typed);
        facts.put("from", from);
        facts.put("token", token);
        facts.put("errors", errors);
        facts.put("messages", FieldError.byField(errors));
        facts.put("problem", problem);
        facts.put("notice", notices.current());
        facts.put("sizes", CompanySize.values());
        facts.put("regions", choices(lists.regions(), Region::code, Region::name));
        facts.put("sectors", choices(lists.sectors(), Sector::code, Sector::label));
        facts.put("topics", choices(lists.topics(), Topic::code, Topic::label));
        facts.put("asking", true);
        facts.put("drafts", true);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(frame.page("callback/simple", facts));
    }

    private static <T> List<Choice> choices(List<T> items, Function<T, String> code, Function<T, String> label) {
        return items.stream()
                .map(item -> new Choice(code.apply(item), label.apply(item)))
                .toList();
    }
}
