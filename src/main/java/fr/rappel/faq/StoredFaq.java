package fr.rappel.faq;

import java.time.Instant;
import java.util.List;

/** The three tables as read at one moment, in the editor's order; equal when nothing changed in between. */
record StoredFaq(List<Theme> themes, List<Entry> entries, List<Page> pages) {

    record Theme(String code, String label) {}

    /** A published entry; {@code answer} is Markdown. */
    record Entry(
            String slug,
            String theme,
            String question,
            String answer,
            String keywords,
            List<String> topics,
            Instant updatedAt) {}

    /** An editorial page; {@code body} is Markdown. */
    record Page(String slug, String title, String body, Instant updatedAt) {}
}
