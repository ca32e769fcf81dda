package fr.rappel.notifications;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import fr.rappel.shared.CleanText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/**
 * Mustache without a way out: a template reaches the maps of text it is given and nothing else, there are no method calls
 * and no files, and in HTML every value is escaped, whatever the braces say.
 */
final class Templates {

    private static final Mustache.Compiler TEXT = compiler(String::valueOf);
    private static final Mustache.Compiler HTML =
            compiler(value -> HtmlUtils.htmlEscape(String.valueOf(value), "UTF-8"));

    /** Sections without a value leave blank lines behind. */
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

    private Templates() {}

    /**
     * Fills a template. What a person wrote or chose and the template does not say follows at its end.
     *
     * @param frame the HTML page around the contents, with the names {@code titre} and {@code contenu}
     * @throws MustacheException if the template is no template, or asks for a name that is not given
     */
    static MessageContent fill(TemplateDraft template, String frame, Map<String, Object> variables) {
        String subject = CleanText.clean(TEXT.compile(template.subject()).execute(variables));
        String text = fillText(
                template.text() + AnswerPart.missing(TEXT.compile(template.text()), variables, AnswerPart::text),
                variables);
        String body = HTML.compile(template.html()
                        + AnswerPart.missing(HTML.compile(template.html()), variables, AnswerPart::html))
                .execute(variables);
        String page =
                TEXT.compile(frame).execute(Map.of("titre", HtmlUtils.htmlEscape(subject, "UTF-8"), "contenu", body));
        return new MessageContent(subject, text, page);
    }

    /** Fills plain text, which ends with its last line. */
    static String fillText(String template, Map<String, Object> variables) {
        String text = TEXT.compile(template).execute(variables);
        return BLANK_LINES.matcher(text.strip() + "\n").replaceAll("\n\n");
    }

    /** The HTML of a template alone, filled. */
    static String fillBody(TemplateDraft template, Map<String, Object> variables) {
        return HTML.compile(template.html()).execute(variables);
    }

    /** Names of what a person wrote or chose that the template does not say, in text or in HTML. */
    static Stream<String> leftOut(TemplateDraft template, Map<String, Object> variables) {
        return Stream.of(TEXT.compile(template.text()), HTML.compile(template.html()))
                .flatMap(part -> AnswerPart.leftOut(part, variables))
                .map(AnswerPart::variable);
    }

    /**
     * Refuses a template that is none, or that asks for a name it may not use, also in a part that is rarely shown.
     *
     * @param names what it may ask for, the names inside lists included
     */
    static void check(TemplateDraft template, List<String> names) {
        List.of(template.subject(), template.text(), template.html()).forEach(part -> check(part, names));
    }

    /** The same for one text. */
    static void check(String text, List<String> names) {
        try {
            TEXT.compile(text).visit(new Names(names));
        } catch (MustacheException e) {
            throw new TemplateRefused("syntax", CleanText.clean(e.getMessage()));
        }
    }

    private static Mustache.Compiler compiler(Mustache.Formatter formatter) {
        return Mustache.compiler()
                .escapeHTML(false)
                .withFormatter(formatter)
                .withCollector(new MapsOnly())
                .strictSections(true)
                .emptyStringIsFalse(true)
                .withLoader(name -> {
                    throw new MustacheException("No such part: " + name);
                });
    }

    /** Lets a template see maps and lists; without this JMustache would call methods and read fields. */
    private static final class MapsOnly extends BasicCollector {

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new HashMap<>();
        }
    }

    private record Names(List<String> allowed) implements Mustache.Visitor {

        @Override
        public void visitText(String text) {
            // Anything may be said.
        }

        @Override
        public void visitVariable(String name) {
            require(name);
        }

        @Override
        public boolean visitSection(String name) {
            return require(name);
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return require(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw new TemplateRefused("include", CleanText.clean(name));
        }

        @Override
        public boolean visitParent(String name) {
            throw new TemplateRefused("include", CleanText.clean(name));
        }

        @Override
        public boolean visitBlock(String name) {
            throw new TemplateRefused("include", CleanText.clean(name));
        }

        private boolean require(String name) {
            if (!allowed.contains(name)) {
                throw new TemplateRefused("unknownName", CleanText.clean(name));
            }
            return true;
        }
    }
}
