package fr.rappel.faq.web;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import fr.rappel.faq.Readership;
import fr.rappel.shared.CleanText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Results, as a whole page or, for the script that searches while one types, as the part of it that changes. */
@Controller
@AnonymousAllowed
class SearchController {

    private static final int MAX_LENGTH = 200;
    private static final int MAX_RESULTS = 10;

    private final Faq faq;
    private final Editions editions;
    private final PageRenderer renderer;
    private final Readership readership;

    SearchController(Faq faq, Editions editions, PageRenderer renderer, Readership readership) {
        this.faq = faq;
        this.editions = editions;
        this.renderer = renderer;
        this.readership = readership;
    }

    @GetMapping(
            path = "/",
            params = {"!v-r", "q"})
    ResponseEntity<String> page(@RequestParam String q, HttpServletRequest request) {
        var results = faq.search(cut(q), MAX_RESULTS);
        count(q, !results.isEmpty(), request);
        return answer("faq/search", q, results);
    }

    /** Not counted: the script asks at each pause of who is typing. */
    @GetMapping(path = "/recherche", params = "!compter")
    ResponseEntity<String> fragment(@RequestParam(defaultValue = "") String q) {
        return answer("faq/results", q, faq.search(cut(q), MAX_RESULTS));
    }

    /** The script says so once somebody has finished typing. */
    @GetMapping(path = "/recherche", params = "compter")
    ResponseEntity<Void> finished(@RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        count(q, !faq.search(cut(q), 1).isEmpty(), request);
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }

    private void count(String typed, boolean answered, HttpServletRequest request) {
        var query = cut(typed);
        if (!query.isEmpty() && !Robots.ask(request)) {
            readership.searched(query, answered);
        }
    }

    private ResponseEntity<String> answer(String template, String typed, List<FaqEntry> results) {
        var html = renderer.render(template, editions.current(), Map.of("query", cut(typed), "results", results));
        return ResponseEntity.ok()
                .contentType(RenderedPages.HTML)
                .cacheControl(CacheControl.noCache())
                .header("X-Robots-Tag", "noindex")
                .body(html);
    }

    /** Longer texts are cut, not refused: the first words say what is looked for. */
    private static String cut(String typed) {
        var text = typed.substring(0, Math.min(typed.length(), MAX_LENGTH));
        return CleanText.clean(text);
    }
}
