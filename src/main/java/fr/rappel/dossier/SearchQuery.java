package fr.rappel.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One statement that asks several bounded questions at once, each answered by an index of its own; every value is a
 * parameter. Without any question it is empty and must not be asked.
 *
 * <p>Each row says its {@code place}: {@value #EXACT} if it is exactly what was asked for, else the higher, the later its
 * question was asked; and how many rows of its question were {@code seen}, of which {@value #MOST} at most are told.
 */
final class SearchQuery {

    /** Rows that one question brings at most. */
    static final int MOST = 100;

    /** Rows that a question looks at, where it keeps some of them only. */
    static final int LOOKED_AT = 2_000;

    private static final int EXACT = 0;

    private final List<String> questions = new ArrayList<>();
    private final List<String> beyond = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String filtered;
    private final String ordering;
    private final int before;

    /**
     * @param before the last place that is taken already
     */
    SearchQuery(SearchFilter filter, boolean postgresql, int before) {
        List<String> conditions = new ArrayList<>();
        if (filter.type() != null) {
            conditions.add("t.type = :type");
            with("type", filter.type().name());
        }
        if (filter.status() != null) {
            conditions.add("t.status = :status");
            with("status", filter.status().name());
        }
        if (filter.year() != null) {
            int year = Math.clamp(filter.year(), 1, 9_998);
            conditions.add("t.starts_on >= :from and t.starts_on < :to");
            with("from", LocalDate.of(year, 1, 1));
            with("to", LocalDate.of(year + 1, 1, 1));
        }
        filtered = String.join(" and ", conditions);
        // The order in which PostgreSQL keeps what is looked up by its beginning.
        ordering = postgresql ? " using ~<~" : "";
        this.before = before;
    }

    /** A value that conditions name by a colon and its name. */
    SearchQuery with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    void ask(HitKind kind, String condition) {
        ask(new Question(kind, condition, null, null, null, null));
    }

    /** Everything it finds is exactly what was asked for. */
    void askExactly(HitKind kind, String condition) {
        ask(new Question(kind, condition, null, null, null, "true"));
    }

    /** What begins like a parameter; the very thing comes first, before any number of longer ones. */
    void askBeginning(HitKind kind, String column, String parameter) {
        ask(new Question(
                kind,
                column + " like :" + parameter + "Begins",
                column + ordering,
                null,
                null,
                column + " = :" + parameter));
    }

    /** Keeps some of the rows that a condition with an index finds. */
    void askAmong(HitKind kind, String condition, String kept) {
        ask(new Question(kind, condition, null, kept, null, null));
    }

    /** The newest dossiers of one side. */
    void askNewest(Profile profile, String condition) {
        ask(new Question(HitKind.DOSSIER, condition, "t.status_at desc", null, profile, null));
    }

    private void ask(Question question) {
        HitSource source = HitSource.of(question.kind());
        String counted = "select t.*, " + place(question) + " as place, count(*) over () as seen from ("
                + rows(source, question) + ") t";
        boolean transfers = question.kind() == HitKind.PAYMENT;
        // A transfer is one thing, however many of its lines are found.
        String things = transfers
                ? "select distinct bank_reference, place, seen from (" + counted + ") t order by place"
                : "select * from (" + counted + ") t order by place"
                        + (question.order() == null ? "" : ", " + question.order());
        questions.add("(select '" + question.kind() + "' as kind, " + source.columns() + ", " + question.side()
                + " as profile, " + (transfers ? "cast(count(*) as integer)" : "cast(null as integer)")
                + " as invoices, t.place, t.seen from (" + things + " limit " + MOST + ") t " + source.join() + ")");
    }

    /** What the filter keeps is chosen among rows found by an index: their number bounds the work, whatever is kept. */
    private String rows(HitSource source, Question question) {
        boolean narrowed = question.kind() == HitKind.DOSSIER && !filtered.isEmpty();
        String found = source.table() + " t where " + question.condition();
        if (narrowed) {
            beyond.add("(select 1 as found from " + found + " limit 1 offset " + LOOKED_AT + ")");
        }
        String kept = Stream.of(Objects.requireNonNullElse(question.kept(), ""), narrowed ? filtered : "")
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining(" and "));
        String ordered = question.order() == null ? "" : " order by " + question.order();
        String told = ordered + " limit " + (MOST + 1);
        return kept.isEmpty()
                ? "select * from " + found + told
                : "select * from (select * from " + found + ordered + " limit " + LOOKED_AT + ") t where " + kept
                        + told;
    }

    private String place(Question question) {
        int place = EXACT + 1 + before + questions.size();
        return question.exact() == null
                ? "" + place
                : "case when " + question.exact() + " then " + EXACT + " else " + place + " end";
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }

    String sql() {
        return String.join(" union all ", questions);
    }

    /** Asks whether more dossiers match than a filter looks at; empty if there is no filter. */
    String beyond() {
        return String.join(" union all ", beyond);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /**
     * @param condition answered by an index
     * @param order that the index has; null if any row is as good
     * @param kept what else holds of the rows
     * @param exact what holds of the very thing
     */
    private record Question(
            HitKind kind,
            String condition,
            @Nullable String order,
            @Nullable String kept,
            @Nullable Profile profile,
            @Nullable String exact) {

        String side() {
            return profile == null ? "cast(null as varchar)" : "'" + profile + "'";
        }
    }
}
