package fr.rappel.faq.web;

import fr.rappel.shared.Organisation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Turns templates into HTML without looking at a request: always in French, as the contents are, and the same for
 * everybody.
 */
@Component
class PageRenderer {

    private final ITemplateEngine templates;
    private final Map<String, String> files;
    private final Organisation organisation;
    private final FrenchDates dates;

    PageRenderer(ITemplateEngine templates, PublicFiles files, Organisation organisation, FrenchDates dates) {
        this.templates = templates;
        this.files = Map.of(
                "tokens", files.address("/styles/tokens.css"),
                "styles", files.address("/styles/public.css"),
                "script", files.address("/scripts/faq-search.js"),
                "drafts", files.address("/scripts/drafts.js"));
        this.organisation = organisation;
        this.dates = dates;
    }

    /** @param facts what this template shows beside the edition and the organisation */
    String render(String template, Edition edition, Map<String, ?> facts) {
        var model = new HashMap<String, Object>(facts);
        model.put("edition", edition);
        model.put("organisation", organisation);
        model.put("dates", dates);
        model.put("files", files);
        return templates.process(template, new Context(Locale.FRENCH, model));
    }
}
