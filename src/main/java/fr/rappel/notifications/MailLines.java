package fr.rappel.notifications;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** An HTML text as the lines one reads: blocks and breaks end a line, any other white space is a space. */
final class MailLines implements NodeVisitor {

    private final StringBuilder lines = new StringBuilder();

    private MailLines() {}

    static String of(String html) {
        var reader = new MailLines();
        Jsoup.parse(html).body().traverse(reader);
        return reader.lines.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            lines.append(isAtStartOfLine() ? text.text().stripLeading() : text.text());
        } else if (node instanceof Element element && element.nameIs("br")) {
            lines.append('\n');
        } else {
            endLine(node);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        endLine(node);
    }

    private void endLine(Node node) {
        if (node instanceof Element element && element.isBlock() && !isAtStartOfLine()) {
            lines.append('\n');
        }
    }

    private boolean isAtStartOfLine() {
        return lines.isEmpty() || lines.charAt(lines.length() - 1) == '\n';
    }
}
