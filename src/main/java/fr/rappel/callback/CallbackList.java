package fr.rappel.callback;

import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work list: filtered, sorted and paged by the database; reading it locks and changes nothing. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.AGENT)
public class CallbackList {

    /** Rows of a page when the caller does not say. */
    public static final int PAGE_SIZE = 50;

    private static final int MAX_PAGE_SIZE = 200;

    private static final List<ListView> COUNTED =
            List.of(ListView.TO_CALL, ListView.PLANNED, ListView.MINE, ListView.TAKEN, ListView.REVIEW);

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;
    private final Commitment commitment;
    private final Clock clock;

    CallbackList(JdbcClient jdbc, CurrentUser currentUser, Commitment commitment, Clock clock) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
        this.commitment = commitment;
        this.clock = clock;
    }

    /**
     * One page of the list.
     *
     * @param cursor of the page before, null for the first page
     * @param size rows wanted, brought into 1 to 200
     * @throws MalformedCursor if the cursor is not one of ours
     */
    public RowPage page(ListFilter filter, ListOrder order, @Nullable String cursor, int size) {
        int limit = Math.clamp(size, 1, MAX_PAGE_SIZE);
        Instant now = clock.instant();
        ListQuery query = new ListQuery(filter, order);
        if (filter.view() == ListView.LATE) {
            query.lateBefore(commitment.missedBefore(now));
        }
        if (cursor != null) {
            query.after(ListCursor.decode(cursor));
        }
        List<KeyedRow> rows = jdbc.sql(query.sql())
                .params(query.parameters())
                .param("now", utc(now))
                .param("me", currentUser.username())
                .param("limit", limit + 1)
                .query((result, number) -> row(result, order))
                .list();
        boolean more = rows.size() > limit;
        List<CallbackRow> shown = rows.stream().limit(limit).map(KeyedRow::row).toList();
        return new RowPage(shown, more ? rows.get(limit - 1).cursor().encode() : null);
    }

    /** How many requests each part of the list holds, each counted up to {@link ListCounts#CAP}. */
    public ListCounts counts() {
        String columns = String.join(
                ", ",
                COUNTED.stream()
                        .map(view -> "(select count(*) from (select 1 from callback_request r where " + view.condition()
                                + " limit " + ListCounts.CAP + ") counted) as " + view)
                        .toList());
        Map<ListView, Integer> counts = new EnumMap<>(ListView.class);
        jdbc.sql("select " + columns)
                .param("now", utc(clock.instant()))
                .param("me", currentUser.username())
                .query(result -> {
                    for (ListView view : COUNTED) {
                        counts.put(view, result.getInt(view.name()));
                    }
                });
        return new ListCounts(counts);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static KeyedRow row(ResultSet result, ListOrder order) throws SQLException {
        CallbackRow row = CallbackRows.read(result);
        Instant at = result.getObject(order.column(), OffsetDateTime.class).toInstant();
        return new KeyedRow(new ListCursor(at, result.getLong("id")), row);
    }

    private record KeyedRow(ListCursor cursor, CallbackRow row) {}
}
