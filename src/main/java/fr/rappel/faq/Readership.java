package fr.rappel.faq;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether people find their answers: numbers by the day, and words that many looked for in vain. Nothing is kept of who
 * read or looked for something.
 */
@Service
@Transactional(readOnly = true)
public class Readership {

    /** What is longer is a message rather than a search, and may say who wrote it. */
    private static final int LONGEST_WORDS = 60;

    private final FaqCounts counts;
    private final FaqUses uses;
    private final Faq faq;

    Readership(FaqCounts counts, FaqUses uses, Faq faq) {
        this.counts = counts;
        this.uses = uses;
        this.faq = faq;
    }

    /** Somebody opened the answer of that slug. */
    @AnonymousAllowed
    @Transactional(propagation = Propagation.SUPPORTS)
    public void opened(String slug) {
        counts.add(UseKind.READ, slug);
    }

    /**
     * Somebody asked to be called back who came from the answer of that slug.
     *
     * @param slug nothing is counted if there is no such answer
     * @param again whether that very request had come before, and was counted then
     */
    @AnonymousAllowed
    @Transactional(propagation = Propagation.SUPPORTS)
    public void asked(String slug, boolean again) {
        if (!again && faq.entry(slug).isPresent()) {
            counts.add(UseKind.ASKED, slug);
        }
    }

    /** Somebody looked for that, and something was found or not. Words with a digit or an @ are not kept. */
    @AnonymousAllowed
    @Transactional(propagation = Propagation.SUPPORTS)
    public void searched(String typed, boolean answered) {
        counts.add(UseKind.SEARCH, "");
        if (!answered) {
            counts.add(UseKind.IN_VAIN, "");
            String words = CleanText.clean(typed).toLowerCase(Locale.FRENCH);
            if (mayBeKept(words)) {
                counts.add(UseKind.WORDS, words);
            }
        }
    }

    /** Of whole days in the zone of the line, both included; at most a minute behind. */
    @RolesAllowed(Roles.SUPERVISOR)
    public FaqUse in(LocalDate from, LocalDate to) {
        return uses.in(from, to);
    }

    /**
     * One page of the rows behind a number of these days, newest first. Words are shown under the condition of {@link
     * FaqUse#missing}.
     *
     * @param item the one that they are of; null for all
     * @param cursor of the page before; null, or none of ours, for the first page
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public UsePage page(UseKind kind, @Nullable String item, LocalDate from, LocalDate to, @Nullable String cursor) {
        return uses.page(kind, item, from, to, cursor);
    }

    private static boolean mayBeKept(String words) {
        return !words.isEmpty()
                && words.length() <= LONGEST_WORDS
                && words.chars().noneMatch(sign -> sign == '@' || Character.isDigit(sign));
    }
}
