package fr.rappel.faq.web;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.faq.Faq;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Legal notice, personal data, accessibility, as the organisation edits them, and the map of the site. */
@Controller
@AnonymousAllowed
class EditorialPageController {

    private final Faq faq;
    private final RenderedPages pages;
    private final PageRenderer renderer;

    EditorialPageController(Faq faq, RenderedPages pages, PageRenderer renderer) {
        this.faq = faq;
        this.pages = pages;
        this.renderer = renderer;
    }

    @GetMapping("/{slug:mentions-legales|donnees-personnelles|accessibilite}")
    ResponseEntity<byte[]> page(@PathVariable String slug) {
        var page = faq.page(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return pages.html("/" + slug, edition -> renderer.render("faq/page", edition, Map.of("page", page)));
    }

    @GetMapping("/plan-du-site")
    ResponseEntity<byte[]> siteMap() {
        return pages.html("/plan-du-site", edition -> renderer.render("faq/site-map", edition, Map.of()));
    }
}
