package fr.rappel.faq;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Questions, answers and editorial pages, as the public reads them: from memory, at most some seconds behind an edit. */
@Service
public class Faq {

    private final CurrentContents contents;

    Faq(CurrentContents contents) {
        this.contents = contents;
    }

    /** Themes with their published entries, in the editor's order. The same list until something changes. */
    @AnonymousAllowed
    public List<FaqTheme> themes() {
        return contents.get().themes();
    }

    /** The published entry at this address, if there is one. */
    @AnonymousAllowed
    public Optional<FaqEntry> entry(String slug) {
        return Optional.ofNullable(contents.get().entry(slug));
    }

    /**
     * Entries that answer what a visitor typed, best first: accents, plural and word order do not matter, a typo or an
     * unfinished last word is forgiven. Only the first words of a long text count.
     *
     * @return at most {@code limit} entries; none if no word with a meaning was found
     */
    @AnonymousAllowed
    public List<FaqEntry> search(String query, int limit) {
        return contents.get().search(query, limit);
    }

    /**
     * Entries that may spare a visitor a call: those that plainly fit the message being typed, or, as long as it says
     * little, the topic chosen.
     *
     * @param topicCode code of the topic chosen, if any
     * @return at most {@code max} entries, best first; none rather than a poor one
     */
    @AnonymousAllowed
    public List<FaqEntry> suggest(@Nullable String topicCode, String text, int max) {
        return contents.get().suggest(topicCode, text, max);
    }

    /** The editorial pages, in the order of the footer. The same list until something changes. */
    @AnonymousAllowed
    public List<EditorialPage> pages() {
        return contents.get().pages();
    }

    /** The editorial page at this address, if there is one. */
    @AnonymousAllowed
    public Optional<EditorialPage> page(String slug) {
        return pages().stream().filter(page -> page.slug().equals(slug)).findFirst();
    }
}
