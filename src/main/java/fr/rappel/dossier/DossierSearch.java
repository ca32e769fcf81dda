package fr.rappel.dossier;

import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds dossiers, companies, accounts, invoices and payments by one text: a number, a name, an address or an amount in
 * any usual writing, or its beginning. Finding is not reading: what a dossier holds is opened by {@link DossierReading}.
 */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.AGENT)
public class DossierSearch {

    /** Companies and establishments whose dossiers are gathered at most, of each. */
    private static final int MOST_PLACES = 10;

    /** Words that a misspelt one may mean, at most. */
    private static final int MOST_MEANT = 20;

    private final JdbcClient jdbc;
    private final boolean postgresql;

    DossierSearch(JdbcClient jdbc, DataSource source) throws SQLException {
        this.jdbc = jdbc;
        try (Connection connection = source.getConnection()) {
            postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        }
    }

    /** What the text may mean; if nothing is written so, what is one slip of the pen away. */
    public SearchResult search(String text, SearchFilter filter) {
        readByIndexOnly();
        SearchText typed = SearchText.of(text);
        SearchQuery written = new SearchQuestions(typed, query(filter, 0)).asWritten();
        List<Found> found = new ArrayList<>(ask(written));
        boolean partly = isMoreThanLookedAt(written);
        boolean forgiven = found.isEmpty() && !partly;
        if (forgiven) {
            found.addAll(ask(new SearchQuestions(typed, query(filter, 0)).nearly(meant(typed))));
        }
        Whereabouts places = Whereabouts.of(found, MOST_PLACES);
        int last = found.stream().mapToInt(Found::place).max().orElse(0);
        SearchQuery there = places.dossiers(query(filter, last), filter.profile());
        found.addAll(ask(there));
        List<SearchHit> kept = Found.bestFirst(found).stream()
                .filter(hit -> !filter.narrows() || hit.kind() == HitKind.DOSSIER)
                .filter(hit -> filter.profile() == null || hit.profile() == filter.profile())
                .toList();
        return new SearchResult(
                kept,
                forgiven && !kept.isEmpty(),
                places.more() || found.stream().anyMatch(Found::isOneOfMore),
                partly || isMoreThanLookedAt(there) ? SearchQuery.LOOKED_AT : null);
    }

    /** Who expects many rows reads a table from its start until there are enough, and all of it if they are few after all. */
    private void readByIndexOnly() {
        if (postgresql) {
            jdbc.sql("set local enable_seqscan = off").update();
        }
    }

    private SearchQuery query(SearchFilter filter, int last) {
        return new SearchQuery(filter, postgresql, last);
    }

    private List<MeantWord> meant(SearchText typed) {
        return postgresql ? typed.words().stream().map(this::meantBy).toList() : List.of();
    }

    /**
     * Words of the copy that begin with this one, or with what is one slip of the pen away from it: the very word first, then
     * whole words one slip away, so that none of the many that only begin so takes their place.
     */
    private MeantWord meantBy(String written) {
        return WordSlips.pattern(written)
                .map(pattern -> new MeantWord(
                        written,
                        jdbc.sql("""
                                        select word from dossier_word where word ~ :slips
                                         order by word <> :written, word !~ :whole, length(word), word limit :limit""")
                                .param("written", written)
                                .param("slips", pattern)
                                .param("whole", pattern + "$")
                                .param("limit", MOST_MEANT)
                                .query(String.class)
                                .list()))
                .orElseGet(() -> new MeantWord(written, null));
    }

    /** Whether the filter chose among a part only of the dossiers that match. */
    private boolean isMoreThanLookedAt(SearchQuery query) {
        return !query.beyond().isEmpty()
                && !jdbc.sql(query.beyond())
                        .params(query.parameters())
                        .query(Integer.class)
                        .list()
                        .isEmpty();
    }

    private List<Found> ask(SearchQuery query) {
        return query.isEmpty()
                ? List.of()
                : jdbc.sql(query.sql())
                        .params(query.parameters())
                        .query((result, number) -> Found.of(result))
                        .list();
    }
}
