package fr.rappel.calendar;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One number that grows with every change of the calendar, so that each node can tell whether it knows the latest. */
@Component
class CalendarRevision {

    private final JdbcClient jdbc;

    CalendarRevision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long current() {
        return jdbc.sql("select revision from calendar_revision")
                .query(Long.class)
                .single();
    }

    /** Announces a change. The row stays locked until the transaction ends: changes of the calendar follow each other. */
    void advance() {
        jdbc.sql("update calendar_revision set revision = revision + 1").update();
    }
}
