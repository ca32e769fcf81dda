package fr.rappel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of submissions: what was acknowledged is there after the restart, once. */
class KilledApplicationIT {

    private static final int SUBMISSIONS = 200;
    private static final int KILL_AFTER = 90;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedRequestSurvivesOnce() throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        try (var application = RunningApplication.start(
                folder, "--spring.profiles.active=demo", "--rappel.intake.per-address-per-hour=100000")) {
            int before = waiting(application);
            submitAndKill(application, acknowledged);
            application.start();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILL_AFTER).hasSizeLessThan(SUBMISSIONS);
            acknowledged.forEach((key, reference) -> {
                HttpResponse<String> again = submit(application, key);
                assertThat(again.statusCode())
                        .as("known before the kill: %s", key)
                        .isEqualTo(200);
                assertThat(JsonPath.<String>read(again.body(), "$.reference")).isEqualTo(reference);
            });
            // The rest is sent again, as its clients would; then everything is there, and nothing twice.
            for (int i = 0; i < SUBMISSIONS; i++) {
                assertThat(submit(application, "key-" + i).statusCode()).isIn(200, 201);
            }
            assertThat(waiting(application) - before).isEqualTo(SUBMISSIONS);
        }
    }

    private static void submitAndKill(RunningApplication application, Map<String, String> acknowledged)
            throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(KILL_AFTER);
        try (var clients = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < SUBMISSIONS; i++) {
                String key = "key-" + i;
                clients.submit(() -> {
                    HttpResponse<String> answer = application.post(
                            "/api/v1/callback-requests", Submissions.valid("Client"), "Idempotency-Key", key);
                    if (answer.statusCode() == 201) {
                        acknowledged.put(key, JsonPath.read(answer.body(), "$.reference"));
                        enough.countDown();
                    }
                    return null;
                });
            }
            enough.await();
            application.kill();
        }
    }

    private static HttpResponse<String> submit(RunningApplication application, String key) {
        try {
            return application.post("/api/v1/callback-requests", Submissions.valid("Client"), "Idempotency-Key", key);
        } catch (IOException e) {
            throw new AssertionError("The restarted application does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Counts the queue page by page, as an agent's program would. */
    private static int waiting(RunningApplication application) throws IOException, InterruptedException {
        int count = 0;
        String next = "";
        do {
            String page = application
                    .getAs("agent", "/api/v1/queue?size=200" + (next.isEmpty() ? "" : "&after=" + next))
                    .body();
            count += JsonPath.<Integer>read(page, "$.items.length()");
            String following = JsonPath.read(page, "$.next");
            next = following == null ? "" : following;
        } while (!next.isEmpty());
        return count;
    }
}
