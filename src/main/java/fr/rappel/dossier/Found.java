package fr.rappel.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hit as a {@link SearchQuery} brings it.
 *
 * @param place among hits of its kind, the best first
 * @param seen how many rows its question had, counted a little beyond what it tells
 * @param movedAt when a dossier got its state
 */
record Found(SearchHit hit, int place, long seen, @Nullable Instant movedAt) {

    private static final Comparator<Found> BEST_FIRST = Comparator.comparing((Found found) -> found.hit.kind())
            .thenComparing(Found::place)
            .thenComparing(Found::movedAt, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(found -> found.hit.day(), Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(found -> found.hit.label());

    /** Each thing once: by kind, exact ones first, the newest of equally good ones first. */
    static Collection<SearchHit> bestFirst(List<Found> found) {
        Map<String, SearchHit> once = new LinkedHashMap<>();
        found.stream()
                .sorted(BEST_FIRST)
                .map(Found::hit)
                .forEach(hit -> once.merge(hit.kind() + hit.id(), hit, Found::withSide));
        return once.values();
    }

    /** A dossier found by itself and through its company is found through its company, too. */
    private static SearchHit withSide(SearchHit better, SearchHit other) {
        Profile side = other.profile();
        return better.profile() == null && side != null ? better.by(side) : better;
    }

    /** Whether its question has more rows than it told. */
    boolean isOneOfMore() {
        return seen > SearchQuery.MOST;
    }

    static Found of(ResultSet result) throws SQLException {
        OffsetDateTime movedAt = result.getObject("status_at", OffsetDateTime.class);
        return new Found(
                new SearchHit(
                        HitKind.valueOf(result.getString("kind")),
                        result.getString("id"),
                        result.getString("label"),
                        result.getString("text"),
                        result.getObject("amount", Long.class),
                        result.getObject("on_day", LocalDate.class),
                        constant(DossierType.class, result.getString("type")),
                        constant(DossierStatus.class, result.getString("status")),
                        constant(Profile.class, result.getString("profile")),
                        result.getObject("invoices", Integer.class)),
                result.getInt("place"),
                result.getLong("seen"),
                movedAt == null ? null : movedAt.toInstant());
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
