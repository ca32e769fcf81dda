package fr.rappel.statistics;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counts of finished days, and of finished months so that long periods read little. */
@Component
class StoredCounts {

    private static final String INSERT = """
            insert into statistics_count (grain, dimension, starts_on, measure, item, events, total)
            values ('DAY', ?, ?, ?, ?, ?, ?)""";

    private static final String DELETE =
            "delete from statistics_count where grain = ? and dimension = ? and starts_on = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StoredWaits waits;

    StoredCounts(JdbcClient jdbc, JdbcTemplate batches, StoredWaits waits) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.waits = waits;
    }

    /** The last day that is counted; every one before it, from the first fact on, is as well. */
    Optional<LocalDate> lastDay() {
        return jdbc.sql(
                        "select max(starts_on) as last_day from statistics_count where grain = 'DAY' and dimension = 'ALL'")
                .query((result, number) -> Optional.ofNullable(result.getObject("last_day", LocalDate.class)))
                .single();
    }

    /** The first day that is counted: that of the first fact. */
    Optional<LocalDate> firstDay() {
        return jdbc.sql(
                        "select min(starts_on) as first_day from statistics_count where grain = 'DAY' and dimension = 'ALL'")
                .query((result, number) -> Optional.ofNullable(result.getObject("first_day", LocalDate.class)))
                .single();
    }

    /** Replaces what is known of a day and, when it ends a month, of that. */
    void store(LocalDate day, Tally tally) {
        Map<Tally.Cell, Amount> amounts = new TreeMap<>(Tally.Cell.ORDER);
        amounts.putAll(tally.amounts());
        amounts.putIfAbsent(new Tally.Cell(Measure.RECEIVED, Dimension.ALL, ""), Amount.NONE);
        delete(Grain.DAY, day);
        List<Map.Entry<Tally.Cell, Amount>> rows = new ArrayList<>(amounts.entrySet());
        batches.batchUpdate(INSERT, rows, 500, (statement, row) -> {
            statement.setString(1, row.getKey().dimension().name());
            statement.setDate(2, Date.valueOf(day));
            statement.setString(3, row.getKey().measure().name());
            statement.setString(4, row.getKey().item());
            statement.setLong(5, row.getValue().events());
            statement.setLong(6, row.getValue().total());
        });
        waits.store(day, tally);
        if (day.equals(YearMonth.from(day).atEndOfMonth())) {
            addUp(YearMonth.from(day));
        }
    }

    /** Adds what was counted on days of a period to a tally. */
    void read(Period period, Set<Dimension> dimensions, Tally into) {
        List<Span> spans = Span.of(period);
        String rows = spans.stream()
                .map(span -> "select measure, dimension, item, events, total from statistics_count where grain = '"
                        + span.grain() + "' and dimension in (:dimensions) and starts_on between :from"
                        + spans.indexOf(span) + " and :to" + spans.indexOf(span))
                .collect(Collectors.joining(" union all "));
        var query = jdbc.sql("select measure, dimension, item, sum(events) as events, sum(total) as total from (" + rows
                        + ") spans group by measure, dimension, item")
                .param("dimensions", dimensions.stream().map(Enum::name).toList());
        for (int i = 0; i < spans.size(); i++) {
            query = query.param("from" + i, spans.get(i).from())
                    .param("to" + i, spans.get(i).to());
        }
        query.query(result -> {
            into.add(
                    new Tally.Cell(
                            Measure.valueOf(result.getString("measure")),
                            Dimension.valueOf(result.getString("dimension")),
                            result.getString("item")),
                    new Amount(result.getLong("events"), result.getLong("total")));
        });
    }

    /** What was counted of one dimension on some days, in all. */
    Tally readOn(List<LocalDate> days, Dimension dimension) {
        Tally tally = new Tally();
        if (days.isEmpty()) {
            return tally;
        }
        jdbc.sql("""
                        select measure, item, sum(events) as events, sum(total) as total from statistics_count
                         where grain = 'DAY' and dimension = :dimension and starts_on in (:days)
                         group by measure, item""").param("dimension", dimension.name()).param("days", days).query(result -> {
            tally.add(
                    new Tally.Cell(Measure.valueOf(result.getString("measure")), dimension, result.getString("item")),
                    new Amount(result.getLong("events"), result.getLong("total")));
        });
        return tally;
    }

    /** How many of some days are counted. */
    long countedOf(List<LocalDate> days) {
        return days.isEmpty()
                ? 0
                : jdbc.sql("""
                        select count(*) from statistics_count
                         where grain = 'DAY' and dimension = 'ALL' and measure = 'RECEIVED' and item = ''
                           and starts_on in (:days)""").param("days", days).query(Long.class).single();
    }

    /** What was counted on each day of a period on which anything was. */
    Map<LocalDate, Tally> readDays(Period period) {
        Map<LocalDate, Tally> days = new HashMap<>();
        jdbc.sql("""
                        select starts_on, measure, events, total from statistics_count
                         where grain = 'DAY' and dimension = 'ALL' and starts_on between :from and :to""").param("from", period.from()).param("to", period.to()).query(result -> {
            days.computeIfAbsent(result.getObject("starts_on", LocalDate.class), day -> new Tally())
                    .add(
                            new Tally.Cell(Measure.valueOf(result.getString("measure")), Dimension.ALL, ""),
                            new Amount(result.getLong("events"), result.getLong("total")));
        });
        return days;
    }

    /** How many requests were open when a day began; the days before it are counted. */
    long openBefore(LocalDate day) {
        LocalDate month = YearMonth.from(day).atDay(1);
        return jdbc.sql("""
                        select coalesce(sum(case when measure = 'CLOSED' then -events else events end), 0)
                          from statistics_count
                         where dimension = 'ALL' and measure in ('RECEIVED', 'REOPENED', 'CLOSED')
                           and (grain = 'MONTH' and starts_on < :month
                                or grain = 'DAY' and starts_on >= :month and starts_on < :day)""")
                .param("month", month)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** The counted days on which events were counted that a query asks for, oldest first. */
    List<LocalDate> daysOf(RowQuery query) {
        return jdbc.sql("""
                        select starts_on from statistics_count
                         where grain = 'DAY' and dimension = :by and starts_on between :from and :to
                           and measure = :measure and item = :item and events > 0
                         order by starts_on""")
                .param("by", query.by().name())
                .param("from", query.period().from())
                .param("to", query.period().to())
                .param("measure", query.measure().name())
                .param("item", query.item())
                .query(LocalDate.class)
                .list();
    }

    private void addUp(YearMonth month) {
        delete(Grain.MONTH, month.atDay(1));
        jdbc.sql("""
                        insert into statistics_count (grain, dimension, starts_on, measure, item, events, total)
                        select 'MONTH', dimension, cast(:first as date), measure, item, sum(events), sum(total)
                          from statistics_count
                         where grain = 'DAY' and starts_on between :first and :last
                         group by dimension, measure, item""")
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .update();
    }

    /** One dimension after the other: each is a piece of the primary key, on H2 too. */
    private void delete(Grain grain, LocalDate startsOn) {
        batches.batchUpdate(DELETE, List.of(Dimension.values()), Dimension.values().length, (statement, dimension) -> {
            statement.setString(1, grain.name());
            statement.setString(2, dimension.name());
            statement.setDate(3, Date.valueOf(startsOn));
        });
    }
}
