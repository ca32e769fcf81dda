package fr.rappel.faq;

import java.util.Map;

/**
 * The frame of the plain public pages (header, line, footer, styles), for modules that serve pages of their own in it.
 * Their templates fill {@code faq/layout}.
 */
public interface PageFrame {

    /**
     * The HTML of a page, in French.
     *
     * @param facts what the template shows beside what every page shows
     */
    String page(String template, Map<String, ?> facts);
}
