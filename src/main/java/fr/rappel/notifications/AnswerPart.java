package fr.rappel.notifications;

import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person wrote or chose for a message. No template can lose it: what one leaves out follows at its end. */
enum AnswerPart {
    TEXT("reponse", "{{ligne}}\n", "<p>{{ligne}}</p>\n"),
    QUESTIONS("questions", "{{question}}\n{{adresse}}\n\n", "<p><a href=\"{{adresse}}\">{{question}}</a></p>\n");

    /** Nobody types it. */
    private static final String MARK = "\uF8FF";

    private final String list;
    private final String textRow;
    private final String htmlRow;

    AnswerPart(String list, String textRow, String htmlRow) {
        this.list = list;
        this.textRow = textRow;
        this.htmlRow = htmlRow;
    }

    /** The name by which templates say it. */
    String variable() {
        return list;
    }

    /** Its section in plain text. */
    String text() {
        return section(textRow);
    }

    /** Its section in HTML. */
    String html() {
        return section(htmlRow);
    }

    private String section(String row) {
        return "\n\n{{#" + list + "}}\n" + row + "{{/" + list + "}}\n";
    }

    /** Those that a template, filled with these values, would not say though they are among its names. */
    static Stream<AnswerPart> leftOut(Template template, Map<String, Object> values) {
        return Stream.of(values())
                .filter(part -> values.containsKey(part.list))
                .filter(part -> !template.execute(part.marked(values)).contains(MARK));
    }

    /** Sections for what a template leaves out; empty if there is nothing. */
    static String missing(Template template, Map<String, Object> values, Function<AnswerPart, String> section) {
        return leftOut(template, values).map(section).collect(Collectors.joining());
    }

    private Map<String, Object> marked(Map<String, Object> values) {
        Map<String, Object> marked = new HashMap<>(values);
        Map<String, String> row = MessageVariables.LISTS.getOrDefault(list, List.of()).stream()
                .collect(Collectors.toMap(Function.identity(), name -> MARK));
        marked.put(list, List.of(row));
        return marked;
    }
}
