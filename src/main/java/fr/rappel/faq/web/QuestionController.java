package fr.rappel.faq.web;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import fr.rappel.faq.FaqTheme;
import fr.rappel.faq.Readership;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The questions by theme, and each with its answer. */
@Controller
@AnonymousAllowed
class QuestionController {

    private final Faq faq;
    private final RenderedPages pages;
    private final PageRenderer renderer;
    private final StructuredData data;
    private final Readership readership;

    QuestionController(
            Faq faq, RenderedPages pages, PageRenderer renderer, StructuredData data, Readership readership) {
        this.faq = faq;
        this.pages = pages;
        this.renderer = renderer;
        this.data = data;
        this.readership = readership;
    }

    /** Requests with {@code v-r} are Vaadin's own and go to its servlet. */
    @GetMapping(
            path = "/",
            params = {"!v-r", "!q"})
    ResponseEntity<byte[]> home() {
        return pages.html(
                "/", edition -> renderer.render("faq/home", edition, Map.of("structuredData", data.home(edition))));
    }

    @GetMapping("/faq/{slug}")
    ResponseEntity<byte[]> answer(@PathVariable String slug, HttpServletRequest request) {
        var entry = faq.entry(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!Robots.ask(request)) {
            readership.opened(slug);
        }
        return pages.html("/faq/" + slug, edition -> answer(entry, edition));
    }

    /** Addresses below a question, which would otherwise fall to Vaadin's servlet and its session. */
    @GetMapping({"/faq", "/faq/", "/faq/{slug}/**"})
    void nothingThere() {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String answer(FaqEntry entry, Edition edition) {
        var theme = edition.themes().stream()
                .filter(any -> any.code().equals(entry.themeCode()))
                .findFirst()
                .orElseGet(() -> new FaqTheme(entry.themeCode(), "", List.of(entry)));
        var related =
                theme.entries().stream().filter(other -> !other.equals(entry)).toList();
        return renderer.render(
                "faq/answer",
                edition,
                Map.of(
                        "entry", entry,
                        "theme", theme,
                        "related", related,
                        // So that a request sent from here counts beside the readings of this answer.
                        "formAddress", "/rappel?depuis=" + entry.slug(),
                        "structuredData", data.answer(entry)));
    }
}
