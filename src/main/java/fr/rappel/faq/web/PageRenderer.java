package fr.rappel.faq.web;

import fr.rappel.shared.Organisation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Turns templates into HTML without looking at a request: always in French, as the contents are, and the same for
 * everybody.
 */
@Component
class PageRenderer {

    private final ITemplateEngine templates;
    private final ResourceUrlProvider resources;
    private final Organisation organisation;
    private final FrenchDates dates;

    PageRenderer(
            ITemplateEngine templates, ResourceUrlProvider resources, Organisation organisation, FrenchDates dates) {
        this.templates = templates;
        this.resources = resources;
        this.organisation = organisation;
        this.dates = dates;
    }

    /** @param facts what this template shows beside the edition and the organisation */
    String render(String template, Edition edition, Map<String, ?> facts) {
        var model = new HashMap<String, Object>(facts);
        model.put("edition", edition);
        model.put("organisation", organisation);
        model.put("dates", dates);
        model.put("tokens", address("/styles/tokens.css"));
        model.put("styles", address("/styles/public.css"));
        model.put("script", address("/scripts/faq-search.js"));
        return templates.process(template, new Context(Locale.FRENCH, model));
    }

    /** The address of a static file with its content's version in the name, so that browsers may keep it for a year. */
    private String address(String path) {
        var versioned = resources.getForLookupPath(path);
        return versioned == null ? path : versioned;
    }
}
