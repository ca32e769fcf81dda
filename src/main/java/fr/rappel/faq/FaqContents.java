package fr.rappel.faq;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The stored contents made ready for readers: rendered, sorted by theme, indexed. Never changed once built. */
final class FaqContents {

    /** A result further behind the best one than this only shares an ordinary word with the query. */
    private static final float RELEVANT = 0.35f;

    /** The score a message needs, and what it needs when the entry answers the topic chosen. */
    private static final float FITS = 1f;

    private static final float FITS_TOPIC = 0.5f;

    /** A message of fewer words says less than the topic chosen. */
    private static final int TELLING_WORDS = 3;

    private final StoredFaq stored;
    private final List<FaqEntry> entries;
    private final Map<String, FaqEntry> entriesBySlug;
    private final List<FaqTheme> themes;
    private final List<EditorialPage> pages;
    private final FaqIndex index;

    FaqContents(StoredFaq stored) {
        this.stored = stored;
        entries = stored.entries().stream().map(FaqContents::entry).toList();
        entriesBySlug = entries.stream().collect(toMap(FaqEntry::slug, identity()));
        themes = stored.themes().stream()
                .map(this::theme)
                .filter(theme -> !theme.entries().isEmpty())
                .toList();
        pages = stored.pages().stream().map(FaqContents::page).toList();
        var labels = stored.themes().stream().collect(toMap(StoredFaq.Theme::code, StoredFaq.Theme::label));
        index = new FaqIndex(stored.entries(), labels);
    }

    boolean isMadeFrom(StoredFaq other) {
        return stored.equals(other);
    }

    List<FaqTheme> themes() {
        return themes;
    }

    List<EditorialPage> pages() {
        return pages;
    }

    @Nullable
    FaqEntry entry(String slug) {
        return entriesBySlug.get(slug);
    }

    List<FaqEntry> search(String query, int limit) {
        var hits = index.search(query);
        return hits.stream()
                .takeWhile(hit -> hit.score() >= hits.getFirst().score() * RELEVANT)
                .limit(limit)
                .map(hit -> entries.get(hit.entry()))
                .toList();
    }

    List<FaqEntry> suggest(@Nullable String topic, String message, int max) {
        Predicate<Integer> answersTopic =
                entry -> topic != null && stored.entries().get(entry).topics().contains(topic);
        var fitting = index.match(message).stream()
                .filter(hit -> hit.score() >= (answersTopic.test(hit.entry()) ? FITS_TOPIC : FITS))
                .sorted(Comparator.comparing(hit -> -hit.score() - (answersTopic.test(hit.entry()) ? FITS_TOPIC : 0)))
                .map(FaqIndex.Hit::entry)
                .toList();
        boolean topicAlone = fitting.isEmpty() && FaqIndex.countWords(message) < TELLING_WORDS;
        var proposed = topicAlone ? IntStream.range(0, entries.size()).boxed().filter(answersTopic) : fitting.stream();
        return proposed.limit(max).map(entries::get).toList();
    }

    private FaqTheme theme(StoredFaq.Theme theme) {
        return new FaqTheme(
                theme.code(),
                theme.label(),
                entries.stream()
                        .filter(entry -> entry.themeCode().equals(theme.code()))
                        .toList());
    }

    private static FaqEntry entry(StoredFaq.Entry entry) {
        return new FaqEntry(
                entry.slug(),
                entry.question(),
                Markdown.toHtml(entry.answer()),
                Markdown.toText(entry.answer()),
                entry.theme(),
                entry.updatedAt());
    }

    private static EditorialPage page(StoredFaq.Page page) {
        return new EditorialPage(page.slug(), page.title(), Markdown.toHtml(page.body()), page.updatedAt());
    }
}
