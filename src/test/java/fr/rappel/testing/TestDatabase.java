package fr.rappel.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives each application context an empty database of its own: H2 in memory, or, with {@code
 * -Drappel.test.database=postgresql}, a new database of one real PostgreSQL server per test run.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = name();
        String url = isPostgresql() ? newPostgresqlDatabase(name) : h2Url("mem:" + name) + ";DB_CLOSE_DELAY=-1";
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-database",
                        Map.of(
                                "spring.datasource.url",
                                url,
                                "spring.datasource.username",
                                user(),
                                "spring.datasource.password",
                                "",
                                "rappel.data",
                                "target/test-data/" + name,
                                // What a test changes shows at once.
                                "rappel.statistics.live-for",
                                "0s",
                                // Jobs run when a test calls them, never behind its back.
                                "spring.quartz.auto-startup",
                                "false")));
    }

    /**
     * An empty database that outlives the processes that use it.
     *
     * @param folder where H2 keeps it
     */
    public static String lasting(Path folder) {
        return isPostgresql()
                ? newPostgresqlDatabase(name())
                : h2Url("file:" + folder.toAbsolutePath().resolve("rappel")) + ";WRITE_DELAY=0";
    }

    public static String user() {
        return isPostgresql() ? "postgres" : "sa";
    }

    /** Whether this run of the tests is the one on PostgreSQL. */
    public static boolean isPostgresql() {
        return "postgresql".equals(System.getProperty("rappel.test.database"));
    }

    private static String name() {
        return "rappel_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String h2Url(String place) {
        return "jdbc:h2:" + place + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    }

    private static synchronized String newPostgresqlDatabase(String name) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
            }
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
