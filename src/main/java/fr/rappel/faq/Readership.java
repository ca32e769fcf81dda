package fr.rappel.faq;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.faq.FaqCounts.Kind;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /** What fewer people looked for may be about one of them. */
    private static final int LEAST_SHOWN = 3;

    private static final int SHOWN = 10;

    private final FaqCounts counts;
    private final JdbcClient jdbc;

    Readership(FaqCounts counts, JdbcClient jdbc) {
        this.counts = counts;
        this.jdbc = jdbc;
    }

    /** Somebody opened the answer of that slug. */
    @AnonymousAllowed
    @Transactional(propagation = Propagation.SUPPORTS)
    public void opened(String slug) {
        counts.add(Kind.READ, slug);
    }

    /** Somebody looked for that, and something was found or not. Words with a digit or an @ are not kept. */
    @AnonymousAllowed
    @Transactional(propagation = Propagation.SUPPORTS)
    public void searched(String typed, boolean answered) {
        counts.add(Kind.SEARCH, "");
        if (!answered) {
            counts.add(Kind.IN_VAIN, "");
            String words = CleanText.clean(typed).toLowerCase(Locale.FRENCH);
            if (mayBeKept(words)) {
                counts.add(Kind.WORDS, words);
            }
        }
    }

    /** Of whole days in the zone of the line, both included; at most a minute behind. */
    @RolesAllowed(Roles.SUPERVISOR)
    public FaqUse in(LocalDate from, LocalDate to) {
        Map<Kind, Long> sums = new EnumMap<>(Kind.class);
        jdbc.sql("""
                        select kind, sum(times) as times from faq_count
                         where kind in ('READ', 'SEARCH', 'IN_VAIN') and counted_on between :from and :to
                         group by kind""").param("from", from).param("to", to).query(row -> {
            sums.put(Kind.valueOf(row.getString("kind")), row.getLong("times"));
        });
        return new FaqUse(
                sums.getOrDefault(Kind.SEARCH, 0L),
                sums.getOrDefault(Kind.IN_VAIN, 0L),
                sums.getOrDefault(Kind.READ, 0L),
                most(Kind.READ, 1, from, to),
                most(Kind.WORDS, LEAST_SHOWN, from, to));
    }

    private List<FaqUse.Times> most(Kind kind, int least, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select item, sum(times) as times from faq_count
                         where kind = :kind and counted_on between :from and :to
                         group by item having sum(times) >= :least order by times desc, item limit :shown""")
                .param("kind", kind.name())
                .param("from", from)
                .param("to", to)
                .param("least", least)
                .param("shown", SHOWN)
                .query((row, number) -> new FaqUse.Times(row.getString("item"), row.getLong("times")))
                .list();
    }

    private static boolean mayBeKept(String words) {
        return !words.isEmpty()
                && words.length() <= LONGEST_WORDS
                && words.chars().noneMatch(sign -> sign == '@' || Character.isDigit(sign));
    }
}
