package fr.rappel.faq.web;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.faq.Faq;
import fr.rappel.shared.CleanText;
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

    SearchController(Faq faq, Editions editions, PageRenderer renderer) {
        this.faq = faq;
        this.editions = editions;
        this.renderer = renderer;
    }

    @GetMapping(
            path = "/",
            params = {"!v-r", "q"})
    ResponseEntity<String> page(@RequestParam String q) {
        return search("faq/search", q);
    }

    @GetMapping("/recherche")
    ResponseEntity<String> fragment(@RequestParam(defaultValue = "") String q) {
        return search("faq/results", q);
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
