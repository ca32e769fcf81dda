package fr.rappel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, for how long, and what is pushed to whom. */
class SessionsIT {

    private static final String PASSWORD = "rappel-demo";

    @TempDir
    static Path folder;

    private static RunningApplication application;

    private final FlowClient client = new FlowClient(application);

    @BeforeAll
    static void start() {
        application = RunningApplication.start(folder, "--spring.profiles.active=demo");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void givesANewSessionAtLogInAndEndsItAtLogOut() {
        client.get("/connexion");
        String before = client.cookie();
        HttpResponse<String> answer = client.signIn("agent", PASSWORD);
        String after = client.cookie();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/console");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax");
        assertThat(after).isNotEqualTo(before);
        assertThat(consoleWith(before))
                .as("the session known before is worth nothing")
                .isEqualTo(302);
        assertThat(consoleWith(after)).isEqualTo(200);

        client.open("console");
        client.click(client.button("Se déconnecter"));
        assertThat(consoleWith(after)).as("after log-out").isEqualTo(302);
    }

    @Test
    void takesNoSessionThatIsBroughtAlong() {
        assertThat(consoleWith("RAPPEL=0123456789ABCDEF0123456789ABCDEF")).isEqualTo(302);
        assertThat(client.get("/console;RAPPEL=0123456789ABCDEF0123456789ABCDEF")
                        .statusCode())
                .isIn(302, 400, 404);
    }

    /** A foreign page could otherwise sign its visitors in as somebody else. */
    @Test
    void signsNobodyInWithoutTheTokenOfItsPage() {
        FlowClient other = new FlowClient(application);
        String foreign = other.token();
        client.token();
        for (String token : new String[] {"", "x", foreign}) {
            assertRefusedAsStale(client.logIn("agent", PASSWORD, token));
            assertRefusedAsStale(client.logIn("agent", PASSWORD, token, "Origin", "null"));
        }
        assertRefusedAsStale(new FlowClient(application).logIn("agent", PASSWORD, foreign));
        assertThat(client.get("/console").statusCode()).isEqualTo(302);
        client.open("connexion?expired");
        assertThat(location(client.signIn("agent", PASSWORD))).contains("/console");
    }

    @Test
    void refusesInTheSameWayWhateverWasWrong() {
        String unknown = location(client.signIn("personne", PASSWORD));
        String wrong = location(client.signIn("agent2", "faux"));
        String long1MiB = location(client.signIn("agent2", "a".repeat(1_000_000)));
        String twin = location(client.signIn("agent2", PASSWORD + "x".repeat(72)));
        assertThat(unknown)
                .isEqualTo("/connexion?error")
                .isEqualTo(wrong)
                .isEqualTo(long1MiB)
                .isEqualTo(twin);
        for (int i = 0; i < 2; i++) {
            client.signIn("agent2", "encore faux");
        }
        assertThat(location(client.signIn("agent2", PASSWORD))).as("locked now").isEqualTo(unknown);
        assertThat(client.get("/console").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?next=//evil.example",
                "?continue=https://evil.example",
                "?redirect=%2F%2Fevil.example",
                "?url=/%5Cevil.example",
                "?next=%0d%0aLocation:%20https://evil.example"
            })
    void leadsNowhereElseAfterLogIn(String query) {
        client.get("/console" + query);
        client.get("/connexion" + query);
        HttpResponse<String> answer = client.signIn("agent", PASSWORD);
        URI to = application.uri("/").resolve(location(answer));
        assertThat(to.getAuthority()).isEqualTo(application.uri("/").getAuthority());
        assertThat(to.getPath()).isEqualTo("/console");
        assertThat(answer.headers().allValues("Location")).hasSize(1);
    }

    /** Our pages get their updates, and nobody else does: not a foreign page, not without session, not with a guessed id. */
    @Test
    void pushesToItsOwnPageOnly() throws Exception {
        client.signIn("superviseur", PASSWORD);
        client.open("console");
        client.click(client.button("Toutes"));
        FlowClient stranger = new FlowClient(application);
        stranger.open("rappel");
        String own = application.uri("").toString();
        for (String origin : new String[] {"https://evil.example", "null", own + ".evil.example", "http://127.0.0.1"}) {
            assertThatThrownBy(() -> client.push(client.pushId(), client.cookie(), origin, new PushFrames()))
                    .as(origin)
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
        List<PushFrames> intruders = List.of(
                listen(client.pushId(), ""),
                listen(client.pushId(), stranger.cookie()),
                listen(stranger.pushId(), client.cookie()),
                listen("00000000-0000-0000-0000-000000000000", client.cookie()));

        PushFrames frames = new PushFrames();
        client.push(client.pushId(), client.cookie(), own, frames);
        application.post("/api/v1/callback-requests", Submissions.valid("Pushkine"));
        frames.await("Pushkine");
        assertThat(intruders)
                .allSatisfy(intruder -> assertThat(intruder.heard())
                        .doesNotContain("Pushkine", "clientId", client.pushId(), "Exception"));
    }

    @Test
    void closesAPushChannelThatIsFedWithGarbage() throws Exception {
        client.signIn("superviseur", PASSWORD);
        client.open("console");
        PushFrames frames = new PushFrames();
        WebSocket channel = client.push(
                client.pushId(), client.cookie(), application.uri("").toString(), frames);
        String garbage = "9|{\"csrfToken\":\"zq17\",\"rpc\":";
        channel.sendText(garbage, true).get(10, TimeUnit.SECONDS);
        ByteBuffer megabyte = ByteBuffer.allocate(1_000_000);
        for (int i = 0; i < 20 && !channel.isOutputClosed(); i++) {
            try {
                channel.sendBinary(megabyte.duplicate(), false).get(10, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException closed) {
                break;
            }
        }
        frames.awaitEnd();
        assertThat(frames.heard()).doesNotContain("zq17", "Exception", "java.");
        assertThat(client.get("/console").statusCode())
                .as("everything else goes on")
                .isEqualTo(200);
    }

    @Test
    void writesNoLineOfALogThatSomebodyElseWrote() throws Exception {
        String forged =
                "%0A2026-01-01T00:00:00.000Z%20ERROR%20zq18%20admin%20logged%20in%1B[31m$%7Bjndi:ldap://x%7D%25n";
        client.signIn("agent" + forged, "x" + forged);
        client.get("/console/demandes/" + forged.replace("[", "%5B"));
        client.get("/faq/" + forged.replace("[", "%5B"));
        client.get("/?q=" + forged.replace("[", "%5B"));
        application.getAs("agent\n2026-01-01T00:00:00.000Z ERROR zq18", "/api/v1/queue");
        client.open("rappel");
        client.navigate("console\n2026-01-01T00:00:00.000Z ERROR zq18\u001B[31m");
        assertThat(application.logged()).doesNotContain("zq18");
    }

    private static PushFrames listen(String id, String cookie) throws IOException {
        PushFrames frames = new PushFrames();
        new FlowClient(application).push(id, cookie, "", frames);
        return frames;
    }

    private static void assertRefusedAsStale(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo("/connexion?expired");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static int consoleWith(String cookie) {
        try {
            return application.get("/console", "Cookie", cookie).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
