package fr.rappel.faq;

import fr.rappel.shared.Defaults;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores the first questions and pages: {@code faq-themes.csv}, {@code faq.csv} with one {@code faq/<slug>.md} per
 * entry, and one {@code pages/<slug>.md} per editorial page, whose first line is its title.
 */
@Component
class FaqDefaults implements SmartInitializingSingleton {

    private static final List<String> PAGES = List.of("mentions-legales", "donnees-personnelles", "accessibilite");

    private final FaqStore store;
    private final Defaults defaults;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FaqDefaults(FaqStore store, Defaults defaults, Clock clock, TransactionTemplate transaction) {
        this.store = store;
        this.defaults = defaults;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (store.isEmpty()) {
                store.insert(read(defaults, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            }
        });
    }

    static StoredFaq read(Defaults defaults, Instant now) {
        return new StoredFaq(
                defaults.csv("faq-themes.csv").stream()
                        .map(row -> new StoredFaq.Theme(row.get("code"), row.get("label")))
                        .toList(),
                defaults.csv("faq.csv").stream()
                        .map(row -> entry(row, defaults, now))
                        .toList(),
                PAGES.stream().map(slug -> page(slug, defaults, now)).toList());
    }

    private static StoredFaq.Entry entry(CSVRecord row, Defaults defaults, Instant now) {
        var slug = row.get("slug");
        return new StoredFaq.Entry(
                slug,
                row.get("theme"),
                row.get("question"),
                defaults.text("faq/" + slug + ".md"),
                row.get("keywords"),
                Stream.of(row.get("topics").split("\\|"))
                        .filter(code -> !code.isBlank())
                        .toList(),
                now);
    }

    private static StoredFaq.Page page(String slug, Defaults defaults, Instant now) {
        var text = defaults.text("pages/" + slug + ".md").split("\n", 2);
        return new StoredFaq.Page(slug, text[0].replaceFirst("^#\\s*", ""), text[1].strip(), now);
    }
}
