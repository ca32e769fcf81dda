package fr.rappel.faq;

import java.util.List;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/** Turns an editor's Markdown into safe HTML or plain text: HTML is shown as text, other link schemes lead nowhere. */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto", "tel")))
            // Sanitising also adds rel=nofollow, meant for other people's links; these are the editor's.
            .attributeProviderFactory(context -> (node, tag, attributes) -> attributes.remove("rel"))
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .nodeRendererFactory(LinkAsWords::new)
            .build();

    private Markdown() {}

    static String toHtml(String markdown) {
        return HTML.render(PARSER.parse(markdown));
    }

    static String toText(String markdown) {
        return TEXT.render(PARSER.parse(markdown));
    }

    /** In plain text a link is its words: an address in the middle of a sentence helps nobody. */
    private record LinkAsWords(TextContentNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class);
        }

        @Override
        public void render(Node link) {
            for (var child = link.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
