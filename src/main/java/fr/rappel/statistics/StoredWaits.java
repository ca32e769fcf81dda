package fr.rappel.statistics;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long first calls of finished days, and of finished months, had been waited for, by item: medians and centiles do not
 * add up, what they are taken from does. One row holds all waits of an item, because nearly every wait is another.
 */
@Component
class StoredWaits {

    private static final String INSERT =
            "insert into statistics_wait (grain, dimension, starts_on, item, calls) values (?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    StoredWaits(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Replaces what is known of a day and, when it ends a month, of that. */
    void store(LocalDate day, Tally tally) {
        for (Dimension by : Dimension.values()) {
            ItemWaits waits = new ItemWaits();
            waits.add(by, tally);
            replace(Grain.DAY, by, day, waits);
        }
        YearMonth month = YearMonth.from(day);
        if (day.equals(month.atEndOfMonth())) {
            addUp(new Span(Grain.DAY, month.atDay(1), day));
        }
    }

    private void addUp(Span month) {
        for (Dimension by : Dimension.values()) {
            ItemWaits waits = new ItemWaits();
            read(month, by, waits);
            replace(Grain.MONTH, by, month.from(), waits);
        }
    }

    /** Adds the waits of the items of a dimension in a period whose days are counted. */
    void read(Period period, Dimension by, ItemWaits into) {
        Span.of(period).forEach(span -> read(span, by, into));
    }

    private void read(Span span, Dimension by, ItemWaits into) {
        jdbc.sql("""
                        select item, calls from statistics_wait
                         where grain = :grain and dimension = :by and starts_on between :from and :to""")
                .param("grain", span.grain().name())
                .param("by", by.name())
                .param("from", span.from())
                .param("to", span.to())
                .query(result -> {
                    add(result.getString("item"), result.getString("calls"), into);
                });
    }

    private void replace(Grain grain, Dimension by, LocalDate startsOn, ItemWaits waits) {
        jdbc.sql("delete from statistics_wait where grain = :grain and dimension = :by and starts_on = :day")
                .param("grain", grain.name())
                .param("by", by.name())
                .param("day", startsOn)
                .update();
        List<Map.Entry<String, Waits>> items = new ArrayList<>(waits.byItem().entrySet());
        batches.batchUpdate(INSERT, items, 500, (statement, item) -> {
            statement.setString(1, grain.name());
            statement.setString(2, by.name());
            statement.setDate(3, Date.valueOf(startsOn));
            statement.setString(4, item.getKey());
            statement.setString(5, text(item.getValue()));
        });
    }

    private static String text(Waits waits) {
        return waits.callsByMinutes().entrySet().stream()
                .map(wait -> wait.getKey() + ":" + wait.getValue())
                .collect(Collectors.joining(" "));
    }

    private static void add(String item, String calls, ItemWaits into) {
        for (String wait : calls.split(" ")) {
            int colon = wait.indexOf(':');
            into.add(item, Integer.parseInt(wait, 0, colon, 10), Long.parseLong(wait, colon + 1, wait.length(), 10));
        }
    }
}
