package fr.rappel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * PostgreSQL is stopped, cut off or silent while people work: nobody is told that something was stored which was not,
 * nothing typed is lost, the questions stay readable, and all is well again soon after.
 */
class DatabaseAwayIT {

    private static final String SUBMIT = "/api/v1/callback-requests";
    private static final Duration HEALED = Duration.ofSeconds(10);

    /** The longest anybody waits for an answer. */
    private static final Duration ANSWERED = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static PostgresServer server;
    private static DatabaseLine line;
    private static RunningApplication application;
    private static Browser browser;

    @BeforeAll
    static void start() {
        server = new PostgresServer(folder);
        line = new DatabaseLine(server.port());
        application = RunningApplication.start(
                folder,
                "--spring.profiles.active=demo",
                // Every statement in clear, so that the line sees which one passes.
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + line.port() + "/postgres?prepareThreshold=0",
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--rappel.intake.per-address-per-hour=100000",
                "--rappel.intake.minimum-fill-time=0s");
        browser = new Browser(application);
    }

    @AfterAll
    static void stop() throws IOException {
        browser.close();
        application.close();
        line.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void storesOnceWhatWasCutOffWhileCommitting(DatabaseLine.Cut cut) throws Exception {
        String key = "cut " + cut.ordinal();
        line.cutAtNextRequest(cut);
        assertUnavailable(submit(key));
        HttpResponse<String> again = submit(key);
        assertThat(again.statusCode()).isEqualTo(cut == DatabaseLine.Cut.AFTER_COMMIT ? 200 : 201);
        assertThat(submit(key).body()).contains(JsonPath.<String>read(again.body(), "$.reference"));
        assertThat(stored(key)).isEqualTo(1);
    }

    @Test
    void endsWhatTheNetworkSwallowsAndServesTheQuestionsMeanwhile() throws Exception {
        line.swallow();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> asked = IntStream.range(0, 60)
                    .mapToObj(i -> clients.submit(() -> submit("swallowed " + i)))
                    .toList();
            for (String path : new String[] {"/", "/faq/creer-mon-compte", "/?q=facture", "/api/v1/opening-hours"}) {
                assertThat(application.get(path).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(asked)
                    .as("nobody has been answered before the questions")
                    .anyMatch(request -> !request.isDone());
            for (Future<HttpResponse<String>> request : asked) {
                assertUnavailable(request.get(ANSWERED.toSeconds(), TimeUnit.SECONDS));
            }
            assertThat(health().statusCode()).isEqualTo(503);
            line.restore();
        }
        await().atMost(HEALED).until(() -> health().statusCode() == 200);
        assertThat(submit("swallowed 0").statusCode()).isEqualTo(201);
    }

    @Test
    void losesNothingWhenTheDatabaseStopsAtOnce() throws Exception {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        CallbackForm form = new CallbackForm(visitor);
        form.fill("Panne");
        Page agent = browser.signedIn("agent", 1280, ColorScheme.LIGHT);
        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prendre la suivante"))
                .click();
        agent.getByLabel("Note").fill("À ne pas perdre.");

        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger sent = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            IntStream.range(0, 4).forEach(i -> clients.submit(() -> submitUntil(enough, sent, acknowledged)));
            await().atMost(ANSWERED).until(() -> acknowledged.size() > 20);
            server.crash();

            await().atMost(ANSWERED).until(() -> health().statusCode() == 503);
            assertThat(application.get("/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
            assertThat(application.get("/").statusCode()).isEqualTo(200);
            assertThat(application.getAs("agent", "/api/v1/queue").statusCode()).isEqualTo(503);
            assertThat(new FlowClient(application).signInRefused()).isEqualTo("/connexion?unavailable");
            form.send();
            assertThat(visitor.locator(".error-summary")).containsText("momentanément indisponible");
            assertThat(visitor.getByLabel("Votre message")).hasValue(CallbackForm.MESSAGE);
            assertThat(agent.getByText("La base de données ne répond pas.")).isVisible();
            agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter la note seule"))
                    .click();
            assertThat(agent.getByText("votre dernière action n’a peut-être pas été enregistrée"))
                    .isVisible();

            server.start();
            await().atMost(HEALED).until(() -> health().statusCode() == 200);
        } finally {
            enough.set(true);
            clients.close();
        }
        assertThat(agent.getByText("La base de données ne répond pas.")).isHidden();
        assertThat(agent.getByLabel("Note")).hasValue("À ne pas perdre.");
        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter la note seule"))
                .click();
        assertThat(agent.locator(".timeline")).containsText("À ne pas perdre.");
        form.send();
        assertThat(visitor.locator("#reference")).isVisible();
        for (String key : acknowledged.keySet()) {
            assertThat(JsonPath.<String>read(submit(key).body(), "$.reference")).isEqualTo(acknowledged.get(key));
        }
        assertThat(duplicates()).isZero();
    }

    /** As another node would have it: this one learns from the database. */
    @ParameterizedTest
    @CsvSource({"agent2, enabled = false", "superviseur, role = 'AGENT'"})
    void endsTheSessionOfWhoeverMayNoLongerDoWhatItAllows(String username, String change) throws Exception {
        FlowClient client = new FlowClient(application);
        client.signIn(username, "rappel-demo");
        client.open("console");
        PushFrames frames = new PushFrames();
        client.push(client.pushId(), client.cookie(), application.uri("").toString(), frames);
        server.directly()
                .sql("update user_account set version = version + 1, " + change + " where username = :username")
                .param("username", username)
                .update();
        frames.awaitEnd();
        assertThat(client.get("/console").statusCode()).isEqualTo(302);
        assertThat(client.navigate("console").toString()).contains("sessionExpired");
    }

    private static void submitUntil(AtomicBoolean enough, AtomicInteger sent, Map<String, String> acknowledged) {
        while (!enough.get()) {
            String key = "load " + sent.incrementAndGet();
            HttpResponse<String> answer = submit(key);
            if (answer.statusCode() == 201) {
                acknowledged.put(key, JsonPath.read(answer.body(), "$.reference"));
            } else {
                assertUnavailable(answer);
            }
        }
    }

    private static HttpResponse<String> submit(String key) {
        try {
            return application.post(SUBMIT, Submissions.valid(key), "Idempotency-Key", key);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "reference");
    }

    private static HttpResponse<String> health() throws IOException, InterruptedException {
        return application.get("/actuator/health");
    }

    private static int stored(String lastName) {
        return server.directly()
                .sql("select count(*) from callback_request where last_name = :name")
                .param("name", lastName)
                .query(Integer.class)
                .single();
    }

    /** Each key of the load is also the caller's name. */
    private static int duplicates() {
        return server.directly().sql("""
                        select count(*) from (
                            select last_name from callback_request where last_name like 'load %'
                             group by last_name having count(*) > 1) twice""").query(Integer.class).single();
    }
}
