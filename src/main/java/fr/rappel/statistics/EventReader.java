package fr.rappel.statistics;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.Rating;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what counts from the facts, the one source: figures of each day, of this moment, and the rows behind them. */
@Component
class EventReader {

    /** Whole timelines of some requests; the rest of the table is not looked at. */
    private static final String TIMELINES = """
            select r.id, r.reference, r.siret, r.topic_code, r.region_code, r.sector_code, r.company_size, r.channel,
                   c.open_minutes, c.in_time, f.kind, f.at, f.actor, f.outcome,
                   case when f.kind = 'RATED' then substring(f.note from 1 for 3) end as rated
              from (%s) touched
              join callback_request r on r.id = touched.request_id
              join callback_fact f on f.request_id = r.id
              left join statistics_first_call c on c.request_id = r.id
             where f.kind in ('RECEIVED', 'CALL_STARTED', 'CALL_ENDED', 'CLOSED', 'UNDONE', 'REOPENED', 'RATED')
               and f.at < :settled
             order by r.id, f.at, f.id""";

    /** Whatever can make something count, or count no more. */
    private static final Set<FactKind> CHANGING = Set.of(
            FactKind.RECEIVED,
            FactKind.CALL_STARTED,
            FactKind.CALL_ENDED,
            FactKind.CLOSED,
            FactKind.UNDONE,
            FactKind.REOPENED,
            FactKind.RATED);

    private static final String TOUCHED = """
            select distinct d.request_id from callback_fact d
             where d.kind in (%s) and d.at >= :from and d.at < :to and %s""";

    /** Received before an end, and before a place of the list. */
    private static final String BEFORE =
            " and r.received_at < :to and r.received_at <= :at" + " and (r.received_at < :at or r.id < :id)";

    private static final String REOPENED = "select f.request_id from callback_fact f"
            + " where f.request_id = r.id and f.kind = 'REOPENED' and f.at >= :to";

    /**
     * Open now, or opened again since an end: a replay says whether they were open then. Both are few. They are found by what
     * they are: PostgreSQL would else look for the last received among all that ever were.
     */
    private static final String PERHAPS_OPEN = "select r.id, coalesce(r.received_at, :at) as received_at"
            + " from callback_request r where r.status in ('REVIEW', 'WAITING', 'TAKEN')" + BEFORE
            + " union all select r.id, coalesce(r.received_at, :at) as received_at"
            + " from callback_request r where r.status = 'CLOSED' and r.id in (select f.request_id from callback_fact f"
            + " where f.kind = 'REOPENED' and f.at >= :to)" + BEFORE;

    /** Closed since an end and not opened again: they were open then. */
    private static final String CLOSED_SINCE = "select r.id, r.received_at from callback_request r"
            + " where r.status = 'CLOSED' and r.closed_at >= :to and not exists (" + REOPENED + ")" + BEFORE
            + " order by r.received_at desc, r.id desc limit :closed";

    private static final String LAST_RECEIVED = "select id as request_id from (" + PERHAPS_OPEN + " union all ("
            + CLOSED_SINCE + ") order by received_at desc, id desc limit :most) last_received";

    private final JdbcClient jdbc;

    EventReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that counts between two instants, request by request. */
    void read(Moments moments, Consumer<Event> taker) {
        read(moments, Set.of(Measure.values()), "1 = 1", Map.of(), taker);
    }

    /** The same, of each request to which something was recorded since an instant; those have none of which nothing counts. */
    Map<String, List<Event>> readChanged(Moments moments, Instant since) {
        Map<String, List<Event>> changed = new HashMap<>();
        read(
                moments,
                new Moments(since, moments.settledAt()),
                TOUCHED.formatted(kinds(CHANGING), "1 = 1"),
                Map.of(),
                (request, events) -> changed.put(request.reference(), events));
        return changed;
    }

    /** The same, of the requests behind a number: what does not count in it may be among it, but little of the rest is read. */
    void read(Moments moments, RowQuery query, Consumer<Event> taker) {
        Map<String, Object> asked = Map.of("item", query.item(), "calls", query.calls());
        read(moments, Set.of(query.measure()), condition(query), asked, taker);
    }

    private void read(
            Moments moments,
            Set<Measure> measures,
            String condition,
            Map<String, Object> asked,
            Consumer<Event> taker) {
        String kinds = kinds(measures.stream().map(Measure::fact).collect(Collectors.toSet()));
        read(moments, moments, TOUCHED.formatted(kinds, condition), asked, (request, events) -> events.forEach(taker));
    }

    /** Everything that happened until an end to requests that are open by now, or were opened again since. */
    void readPerhapsOpen(Moments until, Consumer<Event> taker) {
        Map<String, Object> asked = Map.of("at", utc(until.to()), "id", 0);
        String requests = "select id as request_id from (" + PERHAPS_OPEN + ") perhaps_open";
        read(until, until, requests, asked, (request, events) -> events.forEach(taker));
    }

    /**
     * The same of these requests and of those that were open at the end and are closed by now: of those received before a place,
     * the last ones.
     *
     * @param closed how many of those that are closed, at most
     */
    void readOpen(Moments until, RowPlace place, int most, long closed, Consumer<Event> taker) {
        Map<String, Object> asked = Map.of("at", utc(place.at()), "id", place.id(), "most", most, "closed", closed);
        read(until, until, LAST_RECEIVED, asked, (request, events) -> events.forEach(taker));
    }

    private static String kinds(Set<FactKind> kinds) {
        return kinds.stream().map(kind -> "'" + kind + "'").sorted().collect(Collectors.joining(", "));
    }

    /**
     * @param requests which ones, by what happened to them between {@code from} and {@code to}
     * @param touched these two
     */
    private void read(
            Moments moments,
            Moments touched,
            String requests,
            Map<String, Object> asked,
            BiConsumer<CountedRequest, List<Event>> taker) {
        Requests gathered = new Requests(moments, taker);
        jdbc.sql(TIMELINES.formatted(requests))
                .params(asked)
                .param("from", utc(touched.from()))
                .param("to", utc(touched.to()))
                .param("settled", utc(moments.settledAt()))
                .query(gathered::line);
        gathered.finish();
    }

    /** What is true of each fact that counts under an item, or of its request, as far as the database tells at little cost. */
    private static String condition(RowQuery query) {
        if (query.item().equals(Dimension.NONE)) {
            return "1 = 1";
        }
        return switch (query.by()) {
            case TOPIC -> ofRequest("topic_code");
            case REGION -> ofRequest("region_code");
            case SECTOR -> ofRequest("sector_code");
            case SIZE -> ofRequest("company_size");
            case CHANNEL -> ofRequest("channel");
            // A rating counts for the outcome of the closing before it.
            case OUTCOME -> "(d.outcome = :item or d.kind = 'RATED')";
            // A call counts for whoever began it.
            case AGENT ->
                "exists (select 1 from callback_fact a where a.request_id = d.request_id and a.actor = :item)";
            case ATTEMPT ->
                "(select count(*) from callback_fact s where s.request_id = d.request_id and s.kind = 'CALL_STARTED') >= :calls";
            case ALL, WEEK_HOUR, SCORE -> "1 = 1";
        };
    }

    private static String ofRequest(String column) {
        return "exists (select 1 from callback_request q where q.id = d.request_id and q." + column + " = :item)";
    }

    /** When the first request of all was received. */
    Optional<Instant> first() {
        return jdbc.sql("select min(at) as at from callback_fact where kind = 'RECEIVED'")
                .query((result, number) -> Optional.ofNullable(result.getObject("at", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Gathers the lines of one request after the other. */
    private static final class Requests {

        private final Moments moments;
        private final BiConsumer<CountedRequest, List<Event>> taker;
        private final List<History.Line> timeline = new ArrayList<>();
        private @Nullable CountedRequest request;
        private long id;

        Requests(Moments moments, BiConsumer<CountedRequest, List<Event>> taker) {
            this.moments = moments;
            this.taker = taker;
        }

        void line(ResultSet result) throws SQLException {
            if (request == null || result.getLong("id") != id) {
                finish();
                id = result.getLong("id");
                request = request(result);
            }
            String outcome = result.getString("outcome");
            String rated = result.getString("rated");
            timeline.add(new History.Line(
                    FactKind.valueOf(result.getString("kind")),
                    result.getObject("at", OffsetDateTime.class).toInstant(),
                    result.getString("actor"),
                    outcome == null ? null : CallOutcome.valueOf(outcome),
                    rated == null ? 0 : Rating.scoreIn(rated)));
        }

        void finish() {
            if (request != null) {
                taker.accept(
                        request,
                        History.events(request, timeline).stream()
                                .filter(event -> moments.contains(event.at()))
                                .toList());
            }
            timeline.clear();
        }

        private static CountedRequest request(ResultSet result) throws SQLException {
            int minutes = result.getInt("open_minutes");
            boolean called = !result.wasNull();
            return new CountedRequest(
                    result.getLong("id"),
                    result.getString("reference"),
                    result.getString("siret"),
                    result.getString("topic_code"),
                    result.getString("region_code"),
                    result.getString("sector_code"),
                    result.getString("company_size"),
                    result.getString("channel"),
                    called ? new CountedRequest.Wait(minutes, result.getBoolean("in_time")) : null);
        }
    }
}
