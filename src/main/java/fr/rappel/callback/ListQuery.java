package fr.rappel.callback;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.PhoneNumber;
import fr.rappel.shared.Siret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One SQL statement for a filter and an order; every value is a parameter. */
final class ListQuery {

    /** A text that matches more requests than this says nothing; the oldest of them are enough to see that. */
    private static final int MAX_HITS = 1_000;

    /**
     * What is open, gathered before it is sorted: open requests are among the newest, so a database that walked all requests
     * from the oldest one on would see nearly every closed one first.
     */
    private static final String OPEN =
            "(select * from callback_request where status in ('WAITING', 'TAKEN', 'REVIEW') offset 0 rows)";

    private final ListOrder order;
    private final String source;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    ListQuery(ListFilter filter, ListOrder order) {
        this.order = order;
        source = order == ListOrder.OLDEST && filter.view().isOpen() ? OPEN : "callback_request";
        conditions.add(filter.view().condition());
        equal("region_code", filter.region());
        equal("sector_code", filter.sector());
        equal("topic_code", filter.topic());
        equal("company_size", filter.size() == null ? null : filter.size().name());
        if (filter.receivedBefore() != null) {
            conditions.add("r.received_at < :receivedBefore");
            parameters.put("receivedBefore", CallbackList.utc(filter.receivedBefore()));
        }
        if (filter.text() != null && !CleanText.isBlank(filter.text())) {
            contains(filter.text());
        }
    }

    void lateBefore(Instant received) {
        parameters.put("late", CallbackList.utc(received));
    }

    void after(ListCursor cursor) {
        conditions.add(order.afterCursor());
        parameters.put("cursorAt", CallbackList.utc(cursor.at()));
        parameters.put("cursorId", cursor.id());
    }

    String sql() {
        return "select " + CallbackRows.COLUMNS + " from " + source + " r where " + String.join(" and ", conditions)
                + " order by " + order.orderBy()
                + " limit :limit";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void equal(String column, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            conditions.add("r." + column + " = :" + column);
            parameters.put(column, value);
        }
    }

    /**
     * Looks the text up in the columns whose form it has. Each look-up has an index of its own; they are gathered first,
     * so that the database never walks the queue hoping to meet a match.
     */
    private void contains(String text) {
        List<String> hits = new ArrayList<>();
        References.parse(text).ifPresent(reference -> {
            hits.add("h.reference = :reference");
            parameters.put("reference", reference);
        });
        Siret.searchKey(text).ifPresent(digits -> {
            hits.add("h.siret like :siret");
            parameters.put("siret", digits + "%");
        });
        PhoneNumber.searchKey(text).ifPresent(digits -> {
            hits.add("h.phone like :phone");
            parameters.put("phone", "+" + digits + "%");
        });
        if (hits.isEmpty() || text.chars().noneMatch(Character::isDigit)) {
            // "Lagrange" could be a reference as well.
            hits.add(nameCondition(text));
        }
        conditions.add("r.id in ("
                + String.join(
                        " union all ",
                        hits.stream()
                                .map(hit -> "(select h.id from callback_request h where " + hit + " limit " + MAX_HITS
                                        + ")")
                                .toList())
                + ")");
    }

    private String nameCondition(String text) {
        String key = CleanText.key(text);
        if (key.isEmpty()) {
            // Signs only: no name holds them, and "contains nothing" would be true of every name.
            return "1 = 0";
        }
        String[] words = key.split(" ");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(words.length, 5); i++) {
            parts.add("h.name_key like :word" + i);
            parameters.put("word" + i, "%" + words[i] + "%");
        }
        return String.join(" and ", parts);
    }
}
