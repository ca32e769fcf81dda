package fr.rappel.refresh;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.rappel.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * The imports of the application, and nothing else of it: small enough to be a process that a test kills, or that has little
 * memory.
 */
final class ImportProcess implements AutoCloseable {

    /** What it says before it waits to be killed. */
    static final String STORED_NOT_COMMITTED = "stored, not committed";

    final ImportRuns runs;
    final ImportInbox inbox;
    final JdbcClient jdbc;

    private final SingleConnectionDataSource connection;
    private final ImportFolder folder;
    private final ImportRunner runner;

    /**
     * @param data where received files are kept
     * @param watched where they come from
     * @param stopAt table at whose batch it waits to be killed, and which batch: {@code dossier_dossier 2}; or empty
     */
    ImportProcess(String url, String user, Path data, Path watched, String stopAt) {
        connection = new SingleConnectionDataSource(url, user, "", true);
        var rules = new ImportProperties(
                watched, Duration.ZERO, DataSize.ofTerabytes(1), Integer.MAX_VALUE, Duration.ofMillis(1));
        var template = new JdbcTemplate(connection);
        var spool = new ImportSpool(data, rules);
        jdbc = JdbcClient.create(template);
        runs = new ImportRuns(jdbc, template, rules, Clock.systemUTC());
        inbox = new ImportInbox(spool, runs);
        folder = new ImportFolder(rules, inbox, spool, runs, Clock.systemUTC());
        runner = new ImportRunner(
                runs,
                spool,
                new ImportFormats(ZoneId.of("Europe/Paris")),
                new Stopping(template, stopAt),
                rules,
                new TransactionTemplate(new JdbcTransactionManager(connection)));
    }

    /** Arguments: address and user of the database, folder of data, watched folder, where to stop. */
    public static void main(String[] arguments) {
        logLittle();
        try (var process = new ImportProcess(
                arguments[0], arguments[1], Path.of(arguments[2]), Path.of(arguments[3]), arguments[4])) {
            process.turn();
        }
    }

    /** Nobody else says how much a process without Spring writes. */
    static void logLittle() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    static void migrate(String url) {
        Flyway.configure()
                .dataSource(url, TestDatabase.user(), "")
                .locations(
                        "classpath:db/migration",
                        "classpath:db/vendor/" + (TestDatabase.isPostgresql() ? "postgresql" : "h2"))
                .load()
                .migrate();
    }

    /** Another process on the classes of this one. */
    static Process start(List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** What the thread of imports does every ten seconds. */
    void turn() {
        folder.collect();
        runner.runWaiting();
    }

    @Override
    public void close() {
        connection.destroy();
    }

    private static final class Stopping extends CopyWriter {

        private final String stopAt;
        private int batches;

        Stopping(JdbcTemplate jdbc, String stopAt) {
            super(jdbc, new NamedParameterJdbcTemplate(jdbc));
            this.stopAt = stopAt;
        }

        @Override
        List<LineRefusal> write(ImportFormat format, List<CopyRow> rows, long run) {
            List<LineRefusal> refused = super.write(format, rows, run);
            String table = format.mainTable().name();
            if (stopAt.startsWith(table) && stopAt.equals(table + ' ' + ++batches)) {
                System.out.println(STORED_NOT_COMMITTED);
                try {
                    // Nobody writes: it ends with whoever started this.
                    System.in.read();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return refused;
        }
    }
}
