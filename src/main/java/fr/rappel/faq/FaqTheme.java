package fr.rappel.faq;

import java.util.List;

/** A theme with its published entries, in the editor's order; a theme without any is not shown. */
public record FaqTheme(String code, String label, List<FaqEntry> entries) {

    public FaqTheme {
        entries = List.copyOf(entries);
    }
}
