package fr.rappel.notifications;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What the HTML of a mail may hold: text, its structure, links that people follow. Nothing that a mail program would fetch by
 * itself, hence no image and no tracking, and no script.
 */
final class MailHtml {

    private static final Set<String> ELEMENTS = Set.of(
            "h1",
            "h2",
            "h3",
            "p",
            "br",
            "hr",
            "ul",
            "ol",
            "li",
            "strong",
            "b",
            "em",
            "i",
            "a",
            "span",
            "div",
            "blockquote",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "dl",
            "dt",
            "dd");
    private static final Set<String> ATTRIBUTES = Set.of("style", "lang", "dir", "title", "role", "scope");
    private static final String LINK = "(?i)(https?://|mailto:|tel:).*";
    private static final String FETCHING_STYLE = "(?is).*(url\\s*\\(|@import|expression|image-set|\\\\).*";

    private MailHtml() {}

    /** @throws TemplateRefused if it holds anything else; the sentence names it */
    static void requireHarmless(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.body().getAllElements().stream().skip(1).forEach(MailHtml::require);
        page.traverse((node, depth) -> {
            if (node instanceof Comment) {
                throw new TemplateRefused("element", "<!-- -->");
            }
        });
        if (page.head().childNodeSize() > 0) {
            throw new TemplateRefused("element", page.head().child(0).tagName());
        }
    }

    private static void require(Element element) {
        if (!ELEMENTS.contains(element.tagName())) {
            throw new TemplateRefused("element", element.tagName());
        }
        for (Attribute attribute : element.attributes()) {
            if (!isHarmless(element, attribute)) {
                throw new TemplateRefused("attribute", element.tagName(), attribute.getKey());
            }
        }
    }

    private static boolean isHarmless(Element element, Attribute attribute) {
        return switch (attribute.getKey()) {
            case "href" ->
                element.tagName().equals("a")
                        && (attribute.getValue().isEmpty()
                                || attribute.getValue().matches(LINK));
            case "style" -> !attribute.getValue().matches(FETCHING_STYLE);
            default -> ATTRIBUTES.contains(attribute.getKey());
        };
    }
}
