package fr.rappel.faq;

import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Turns an editor's Markdown into safe HTML or plain text: HTML is shown as text, other link schemes lead nowhere. */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto", "tel")))
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private Markdown() {}

    static String toHtml(String markdown) {
        return HTML.render(PARSER.parse(markdown));
    }

    static String toText(String markdown) {
        return TEXT.render(PARSER.parse(markdown));
    }
}
