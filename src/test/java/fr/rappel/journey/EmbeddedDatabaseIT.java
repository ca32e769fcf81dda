package fr.rappel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file of the embedded database: who may open it, and what happens when the disk is full. */
class EmbeddedDatabaseIT {

    private static final int MOST_REQUESTS = 2_000;

    @TempDir
    Path folder;

    @Test
    void isUsedByOneProcessAndByNoOlderVersion() throws Exception {
        RunningApplication twin;
        try (var application = RunningApplication.start(folder, "--spring.profiles.active=production")) {
            twin = application.twin();
            assertThat(twin.startInVain())
                    .contains("Another process is using the database file.")
                    .doesNotContain("\tat ");
            assertThat(application.get("/").statusCode()).isEqualTo(200);
        }
        execute("""
                insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                    "checksum", "installed_by", "execution_time", "success")
                values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'SA', 1, true)""");
        assertThat(twin.startInVain())
                .contains("a newer one may have changed it", "9999")
                .doesNotContain("\tat ");
        execute("delete from \"flyway_schema_history\" where \"version\" = '9999'");
        twin.start();
        twin.close();
    }

    @Test
    void acknowledgesNothingThatAFullDiskDoesNotTakeAndLosesNothingThatItTook() throws Exception {
        Map<String, String> acknowledged = new LinkedHashMap<>();
        try (var application = RunningApplication.start(
                folder, "--spring.profiles.active=production", "--rappel.intake.per-address-per-hour=100000")) {
            application.kill();
            application.limitFiles((int) (Files.size(folder.resolve("data/rappel.mv.db")) / 1024 + 200));
            application.start();
            HttpResponse<String> answer;
            do {
                String key = "key " + acknowledged.size();
                answer = submit(application, key);
                if (answer.statusCode() == 201) {
                    acknowledged.put(key, JsonPath.read(answer.body(), "$.reference"));
                }
            } while (answer.statusCode() == 201 && acknowledged.size() < MOST_REQUESTS);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).doesNotContain("Exception", "mv.db");
            assertThat(application.get("/").statusCode()).isEqualTo(200);

            application.kill();
            application.liftLimits();
            application.start();
            assertThat(acknowledged).isNotEmpty();
            for (var entry : acknowledged.entrySet()) {
                HttpResponse<String> again = submit(application, entry.getKey());
                assertThat(again.statusCode()).as(entry.getKey()).isEqualTo(200);
                assertThat(again.body()).contains(entry.getValue());
            }
            assertThat(submit(application, "another").statusCode()).isEqualTo(201);
        }
    }

    private static HttpResponse<String> submit(RunningApplication application, String key) throws Exception {
        return application.post("/api/v1/callback-requests", Submissions.valid("Disque"), "Idempotency-Key", key);
    }

    private void execute(String sql) throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("data/rappel")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
