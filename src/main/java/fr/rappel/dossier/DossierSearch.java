package fr.rappel.dossier;

import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

    /** Establishments whose dossiers are gathered at most. */
    private static final int MOST_PLACES = 10;

    /** Words that a misspelt one may mean, at most. */
    private static final int MOST_MEANT = 20;

    private final JdbcClient jdbc;
    private final boolean learnsWords;

    DossierSearch(JdbcClient jdbc, DataSource source) throws SQLException {
        this.jdbc = jdbc;
        try (Connection connection = source.getConnection()) {
            learnsWords = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        }
    }

    /** What the text may mean; if nothing is written so, what is one slip of the pen away. */
    public SearchResult search(String text, SearchFilter filter) {
        SearchText typed = SearchText.of(text);
        SearchQuery beginning = SearchQuery.beginning(typed, filter);
        List<SearchHit> found = new ArrayList<>(ask(beginning));
        boolean partly = isMoreThanLookedAt(beginning);
        boolean forgiven = found.isEmpty() && !partly;
        if (forgiven) {
            found.addAll(nearly(typed, filter));
        }
        SearchQuery there = SearchQuery.of(places(found), filter);
        found.addAll(ask(there));
        List<SearchHit> kept = SearchResult.distinct(found).stream()
                .filter(hit -> !filter.narrows() || hit.kind() == HitKind.DOSSIER)
                .filter(hit -> filter.profile() == null || hit.profile() == filter.profile())
                .sorted(Comparator.comparing(SearchHit::kind))
                .toList();
        return new SearchResult(
                kept,
                forgiven && !kept.isEmpty(),
                found.size() >= SearchQuery.MOST,
                partly || isMoreThanLookedAt(there) ? SearchQuery.LOOKED_AT : null);
    }

    private List<SearchHit> nearly(SearchText typed, SearchFilter filter) {
        SearchQuery query = new SearchQuery(filter);
        query.alsoMisspeltNumbers(typed);
        if (learnsWords) {
            query.askMeantNames(typed.words().stream().map(this::meantBy).toList());
        }
        return ask(query);
    }

    /** Words of the copy that begin with this one, or with what is one slip of the pen away from it. */
    private MeantWord meantBy(String written) {
        return WordSlips.pattern(written)
                .map(pattern -> new MeantWord(
                        written,
                        jdbc.sql(
                                        "select word from dossier_word where word ~ :slips order by length(word), word limit :limit")
                                .param("slips", pattern)
                                .param("limit", MOST_MEANT)
                                .query(String.class)
                                .list()))
                .orElseGet(() -> new MeantWord(written, null));
    }

    /** The establishments found, or those of the few companies found: their dossiers are of interest too. */
    private List<String> places(List<SearchHit> found) {
        List<String> sirets = ids(found, HitKind.ESTABLISHMENT);
        List<String> sirens = ids(found, HitKind.COMPANY);
        if (sirets.isEmpty() && !sirens.isEmpty() && sirens.size() < MOST_PLACES) {
            return jdbc.sql("select siret from dossier_establishment where siren in (:sirens) limit " + MOST_PLACES)
                    .param("sirens", sirens)
                    .query(String.class)
                    .list();
        }
        return sirets.stream().limit(MOST_PLACES).toList();
    }

    private static List<String> ids(List<SearchHit> found, HitKind kind) {
        return found.stream()
                .filter(hit -> hit.kind() == kind)
                .map(SearchHit::id)
                .distinct()
                .toList();
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

    private List<SearchHit> ask(SearchQuery query) {
        return query.isEmpty()
                ? List.of()
                : jdbc.sql(query.sql())
                        .params(query.parameters())
                        .query((result, number) -> hit(result))
                        .list();
    }

    private static SearchHit hit(ResultSet result) throws SQLException {
        return new SearchHit(
                HitKind.valueOf(result.getString("kind")),
                result.getString("id"),
                result.getString("label"),
                result.getString("text"),
                result.getObject("amount", Long.class),
                result.getObject("on_day", LocalDate.class),
                constant(DossierType.class, result.getString("type")),
                constant(DossierStatus.class, result.getString("status")),
                constant(Profile.class, result.getString("profile")),
                result.getObject("invoices", Integer.class));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
