package fr.rappel.faq;

import fr.rappel.calendar.LineCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads how the public questions were used, by whole days in the zone of the line, first and last included; at most a minute
 * behind. For files that are written in the background; people ask {@link Readership}, which looks who they are.
 */
@Component
public class FaqUses {

    static final int PAGE_SIZE = 50;

    /** What fewer people looked for may be about one of them. */
    private static final int LEAST_SHOWN = 3;

    private static final int SHOWN = 10;

    private static final String WORDS_THAT_MAY_BE_SHOWN = """
             and item in (select item from faq_count where kind = 'WORDS' and counted_on between :from and :to
                           group by item having sum(times) >= :least)""";

    private final JdbcClient jdbc;
    private final LineCalendar calendar;
    private final Clock clock;

    FaqUses(JdbcClient jdbc, LineCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    public FaqUse in(LocalDate from, LocalDate to) {
        Map<UseKind, Long> sums = new EnumMap<>(UseKind.class);
        jdbc.sql("""
                        select kind, sum(times) as times from faq_count
                         where kind in ('READ', 'SEARCH', 'IN_VAIN', 'ASKED') and counted_on between :from and :to
                         group by kind""").param("from", from).param("to", to).query(row -> {
            sums.put(UseKind.valueOf(row.getString("kind")), row.getLong("times"));
        });
        return new FaqUse(
                sums.getOrDefault(UseKind.SEARCH, 0L),
                sums.getOrDefault(UseKind.IN_VAIN, 0L),
                sums.getOrDefault(UseKind.READ, 0L),
                sums.getOrDefault(UseKind.ASKED, 0L),
                mostUsed(from, to),
                missing(from, to),
                FaqCounts.wordsSince(LocalDate.ofInstant(clock.instant(), calendar.zone())));
    }

    /**
     * The rows that a number of {@link FaqUse} adds up.
     *
     * @param item the one that they are of; null for all
     */
    public UsePage page(UseKind kind, @Nullable String item, LocalDate from, LocalDate to, @Nullable String cursor) {
        Place place = Place.of(cursor, from, to);
        List<UsePage.Row> rows = jdbc.sql("select counted_on, item, times" + rowsOf(kind)
                        + (item == null ? "" : " and item = :only")
                        + " and (counted_on < :day or counted_on = :day and item > :item)"
                        + " order by counted_on desc, item limit :most")
                .param("kind", kind.name())
                .param("from", from)
                .param("to", to)
                .param("only", item)
                .param("day", place.day())
                .param("item", place.item())
                .param("least", LEAST_SHOWN)
                .param("most", PAGE_SIZE + 1)
                .query((row, number) -> new UsePage.Row(
                        row.getObject("counted_on", LocalDate.class), row.getString("item"), row.getLong("times")))
                .list();
        if (rows.size() <= PAGE_SIZE) {
            return new UsePage(rows, null);
        }
        List<UsePage.Row> page = List.copyOf(rows.subList(0, PAGE_SIZE));
        return new UsePage(page, Place.of(page.getLast()).toString());
    }

    /** How many rows that are, on all pages. */
    public long rows(UseKind kind, LocalDate from, LocalDate to) {
        return jdbc.sql("select count(*)" + rowsOf(kind))
                .param("kind", kind.name())
                .param("from", from)
                .param("to", to)
                .param("least", LEAST_SHOWN)
                .query(Long.class)
                .single();
    }

    private static String rowsOf(UseKind kind) {
        return " from faq_count where kind = :kind and counted_on between :from and :to and times > 0 "
                + (kind == UseKind.WORDS ? WORDS_THAT_MAY_BE_SHOWN : "");
    }

    private List<FaqUse.Entry> mostUsed(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select item, reads, asked
                          from (select item, reads, asked,
                                       row_number() over (order by reads desc, item) as by_reads,
                                       row_number() over (order by asked desc, item) as by_asked
                                  from (select item, sum(case kind when 'READ' then times else 0 end) as reads,
                                               sum(case kind when 'ASKED' then times else 0 end) as asked
                                          from faq_count
                                         where kind in ('READ', 'ASKED') and counted_on between :from and :to
                                         group by item) sums) ranked
                         where by_reads <= :shown or by_asked <= :shown and asked > 0
                         order by reads desc, item""")
                .param("from", from)
                .param("to", to)
                .param("shown", SHOWN)
                .query((row, number) ->
                        new FaqUse.Entry(row.getString("item"), row.getLong("reads"), row.getLong("asked")))
                .list();
    }

    private List<FaqUse.Times> missing(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select item, sum(times) as times from faq_count
                         where kind = 'WORDS' and counted_on between :from and :to
                         group by item having sum(times) >= :least order by times desc, item limit :shown""")
                .param("from", from)
                .param("to", to)
                .param("least", LEAST_SHOWN)
                .param("shown", SHOWN)
                .query((row, number) -> new FaqUse.Times(row.getString("item"), row.getLong("times")))
                .list();
    }

    /** Where a page ends. */
    private record Place(LocalDate day, String item) {

        private static final String BETWEEN = "_";

        static Place of(UsePage.Row row) {
            return new Place(row.day(), row.item());
        }

        /** Before everything if it is none of ours. */
        static Place of(@Nullable String cursor, LocalDate from, LocalDate to) {
            Place first = new Place(to.plusDays(1), "");
            String[] parts = cursor == null ? new String[0] : cursor.split(BETWEEN, 2);
            if (parts.length < 2 || parts[1].chars().anyMatch(Character::isISOControl)) {
                return first;
            }
            try {
                LocalDate day = LocalDate.parse(parts[0]);
                return day.isBefore(from) || day.isAfter(to) ? first : new Place(day, parts[1]);
            } catch (DateTimeParseException foreign) {
                return first;
            }
        }

        @Override
        public String toString() {
            return day + BETWEEN + item;
        }
    }
}
