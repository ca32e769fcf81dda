package fr.rappel.faq.web;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.shared.Organisation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** What search engines ask for first: where they may go, and every page there is. */
@Controller
@AnonymousAllowed
class CrawlerController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);

    private final RenderedPages pages;
    private final Organisation organisation;
    private final FrenchDates dates;

    CrawlerController(RenderedPages pages, Organisation organisation, FrenchDates dates) {
        this.pages = pages;
        this.organisation = organisation;
        this.dates = dates;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        return pages.answer("/robots.txt", TEXT, edition -> """
                User-agent: *
                Disallow: /console
                Disallow: /connexion
                Disallow: /recherche
                Disallow: /suivi
                Disallow: /*?depuis=

                Sitemap: %s
                """.formatted(organisation.address("/sitemap.xml")));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap() {
        return pages.answer("/sitemap.xml", XML, this::sitemap);
    }

    private String sitemap(Edition edition) {
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        xml.append(url("/", "")).append(url("/rappel", "")).append(url("/plan-du-site", ""));
        for (var theme : edition.themes()) {
            theme.entries().forEach(entry -> xml.append(url("/faq/" + entry.slug(), changed(entry.updatedAt()))));
        }
        edition.pages().forEach(page -> xml.append(url("/" + page.slug(), changed(page.updatedAt()))));
        return xml.append("</urlset>\n").toString();
    }

    private String changed(Instant updatedAt) {
        return "<lastmod>" + dates.day(updatedAt) + "</lastmod>";
    }

    private String url(String path, String changed) {
        return "<url><loc>" + HtmlUtils.htmlEscape(organisation.address(path)) + "</loc>" + changed + "</url>\n";
    }
}
