package fr.rappel.notifications;

/**
 * A template as it is edited.
 *
 * @param subject one line, at most {@value #SUBJECT_MAX} characters
 * @param text the message as plain text, at most {@value #TEXT_MAX}
 * @param html the same as HTML, without the page around it, at most {@value #HTML_MAX}
 */
public record TemplateDraft(String subject, String text, String html) {

    public static final int SUBJECT_MAX = 200;
    public static final int TEXT_MAX = 10_000;
    public static final int HTML_MAX = 20_000;
}
