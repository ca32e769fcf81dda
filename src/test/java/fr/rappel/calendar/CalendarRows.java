package fr.rappel.calendar;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored calendar, seen from below. */
class CalendarRows {

    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Removes everything but the weekly hours. */
    void clear() {
        jdbc.sql("delete from calendar_exception_interval").update();
        jdbc.sql("delete from calendar_exception").update();
        jdbc.sql("delete from calendar_closure").update();
        advanceRevision();
    }

    void advanceRevision() {
        jdbc.sql("update calendar_revision set revision = revision + 1").update();
    }
}
