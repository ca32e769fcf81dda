package fr.rappel.faq.web;

import fr.rappel.faq.FaqEntry;
import fr.rappel.shared.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages' facts for search engines, in the words of schema.org (FAQPage, Organization, ContactPoint,
 * OpeningHoursSpecification), as JSON-LD ready to stand in a page.
 */
@Component
class StructuredData {

    private static final String CONTEXT = "https://schema.org";

    private final Organisation organisation;
    private final JsonMapper json;

    StructuredData(Organisation organisation, JsonMapper json) {
        this.organisation = organisation;
        this.json = json;
    }

    /** All the questions, and how to reach the line. */
    String home(Edition edition) {
        var entries = edition.themes().stream().flatMap(theme -> theme.entries().stream());
        return write(Map.of("@context", CONTEXT, "@graph", List.of(faqPage(entries), contact(edition.line()))));
    }

    /** One question with its answer. */
    String answer(FaqEntry entry) {
        var page = new LinkedHashMap<String, Object>();
        page.put("@context", CONTEXT);
        page.putAll(faqPage(Stream.of(entry)));
        return write(page);
    }

    private Map<String, Object> faqPage(Stream<FaqEntry> entries) {
        return thing(
                "FAQPage",
                Map.of(
                        "inLanguage",
                        "fr",
                        "mainEntity",
                        entries.map(this::question).toList()));
    }

    private Map<String, Object> question(FaqEntry entry) {
        return thing(
                "Question",
                Map.of(
                        "name", entry.question(),
                        "url", organisation.address("/faq/" + entry.slug()),
                        "dateModified", entry.updatedAt().toString(),
                        "acceptedAnswer", thing("Answer", Map.of("text", entry.answerText()))));
    }

    private Map<String, Object> contact(LineNotice line) {
        var hours = line.opening().stream()
                .map(time -> thing(
                        "OpeningHoursSpecification",
                        Map.of(
                                "dayOfWeek", CONTEXT + '/' + time.day(),
                                "opens", time.opens(),
                                "closes", time.closes())))
                .toList();
        var point = thing(
                "ContactPoint",
                Map.of(
                        "contactType", "customer service",
                        "telephone", organisation.phone(),
                        "availableLanguage", "fr",
                        "areaServed", "FR",
                        "hoursAvailable", hours));
        return thing(
                "Organization",
                Map.of("name", organisation.name(), "url", organisation.address("/"), "contactPoint", point));
    }

    private static Map<String, Object> thing(String type, Map<String, Object> properties) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        thing.putAll(new TreeMap<>(properties));
        return thing;
    }

    /** Without any "&lt;", no text of an editor can end the element that holds the data. */
    private String write(Map<String, Object> data) {
        return json.writeValueAsString(data).replace("<", "\\u003c");
    }
}
