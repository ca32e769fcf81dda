package fr.rappel.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses that get reports, and up to which day each has got them. */
@Component
class SubscriptionRows {

    /**
     * @param doneTo last day of the latest period whose report it has got, or does not get any more
     * @param messageId number of that report in the outbox; null before the first
     */
    record Stored(
            long id,
            String recipient,
            ReportCadence cadence,
            String addedByName,
            Instant addedAt,
            LocalDate doneTo,
            @Nullable Long messageId) {}

    private final JdbcClient jdbc;

    SubscriptionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By address, the shortest periods first. */
    List<Stored> all() {
        return jdbc.sql("""
                        select id, recipient, cadence, added_by_name, added_at, done_to, message_id
                          from statistics_report_subscription
                         order by recipient_key, case cadence when 'WEEK' then 1 when 'MONTH' then 2 else 3 end""").query(Stored.class).list();
    }

    int count() {
        return jdbc.sql("select count(*) from statistics_report_subscription")
                .query(Integer.class)
                .single();
    }

    /** Adds an address that needs no report of days before a moment; false if it has that cadence already. */
    boolean add(String recipient, ReportCadence cadence, String addedBy, String name, Instant now, LocalDate doneTo) {
        return jdbc.sql("""
                                insert into statistics_report_subscription
                                    (recipient, recipient_key, cadence, added_by, added_by_name, added_at, done_to)
                                values (:recipient, :key, :cadence, :addedBy, :name, :now, :doneTo)
                                on conflict do nothing""")
                        .param("recipient", recipient)
                        .param("key", recipient.toLowerCase(Locale.ROOT))
                        .param("cadence", cadence.name())
                        .param("addedBy", addedBy)
                        .param("name", name)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("doneTo", doneTo)
                        .update()
                == 1;
    }

    /** Removes an address; the number of its latest report. */
    Optional<Long> remove(long id) {
        // Whoever sends at this moment is waited for, so that the report just written is found.
        Optional<Long> message = jdbc.sql(
                        "select coalesce(message_id, 0) from statistics_report_subscription where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        jdbc.sql("delete from statistics_report_subscription where id = :id")
                .param("id", id)
                .update();
        return message.filter(number -> number > 0);
    }

    /** Those that wait for the report of a period, in the one order in which all nodes take them. */
    List<Stored> due(ReportCadence cadence, Period period) {
        return jdbc.sql("""
                        select id, recipient, cadence, added_by_name, added_at, done_to, message_id
                          from statistics_report_subscription
                         where cadence = :cadence and done_to < :to
                         order by id""")
                .param("cadence", cadence.name())
                .param("to", period.to())
                .query(Stored.class)
                .list();
    }

    /** Notes that a period is done with; false if another node was faster, or the address is gone. */
    boolean markDone(long id, Period period) {
        return jdbc.sql("update statistics_report_subscription set done_to = :to where id = :id and done_to < :to")
                        .param("id", id)
                        .param("to", period.to())
                        .update()
                == 1;
    }

    void keepMessage(long id, long message) {
        jdbc.sql("update statistics_report_subscription set message_id = :message where id = :id")
                .param("id", id)
                .param("message", message)
                .update();
    }
}
