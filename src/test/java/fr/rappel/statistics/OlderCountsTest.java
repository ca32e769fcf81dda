package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Days that the version before counted, by other rules, are counted again: no figure is made of two rules. */
class OlderCountsTest {

    private final SingleConnectionDataSource database = new SingleConnectionDataSource(
            "jdbc:h2:mem:;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", true);
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void areForgottenByTheUpdate() {
        migrateTo("25");
        jdbc.sql("""
                        insert into statistics_count (grain, dimension, starts_on, measure, item, events, total)
                        values ('DAY', 'ALL', '2026-03-02', 'HANDLED', '', 2, 0)""").update();
        migrateTo("latest");
        assertThat(jdbc.sql("select count(*) from statistics_count")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .target(version)
                .load()
                .migrate();
    }
}
