package fr.rappel.faq.web;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.faq.Faq;
import fr.rappel.faq.Readership;
import fr.rappel.shared.CleanText;
import jakarta.servlet.http.HttpServletRequest;
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
        count(q, request);
        return search("faq/search", q);
    }

    /** Not counted: the script asks at each pause of who is typing. */
    @GetMapping(path = "/recherche", params = "!compter")
    ResponseEntity<String> fragment(@RequestParam(defaultValue = "") String q) {
        return search("faq/results", q);
    }

    /** The script says so once somebody has finished typing. */
    @GetMapping(path = "/recherche", params = "compter")
    ResponseEntity<Void> finished(@RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        count(q, request);
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }

    private void count(String typed, HttpServletRequest request) {
        var query = cut(typed);
        if (!query.isEmpty() && !Robots.ask(request)) {
            readership.searched(query, !faq.search(query, 1).isEmpty());
        }
    }

    private ResponseEntity<String> search(String template, String typed) {
        var query = cut(typed);
        var html = renderer.render(
                template, editions.current(), Map.of("query", query, "results", faq.search(query, MAX_RESULTS)));
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
