package fr.rappel.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
@AutoConfigureMockMvc
class AgentApiTest {

    private static final String REQUESTS = "/api/v1/callback-requests/";

    private final Person amelie = Person.agent("amelie");
    private final Person bruno = Person.agent("bruno");
    private final Person claire = Person.supervisor("claire");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    private ApiClient api;

    @BeforeEach
    void threePeople() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        List.of(amelie, bruno, claire).forEach(data::account);
        api = new ApiClient(mvc);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/queue",
        "GET, /api/v1/callback-requests/AAAAAAAA",
        "POST, /api/v1/callback-requests/AAAAAAAA/take",
        "POST, /api/v1/callback-requests/AAAAAAAA/attempts",
        "POST, /api/v1/callback-requests/AAAAAAAA/attempts/1/outcome",
        "GET, /api/v1/unknown"
    })
    void asksStrangersToSignIn(String method, String path) {
        for (Person person : new Person[] {null, Person.agent("inconnu")}) {
            var answer = api.call(HttpMethod.valueOf(method), path, person);
            assertThat(answer).hasStatus(401).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(answer.getResponse().getHeader("WWW-Authenticate")).startsWith("Basic realm=");
            assertThat(answer).doesNotContainHeader("Set-Cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !", "Basic YQ==", "Bearer x", "Basic OjpA"})
    void answers401ToCredentialsThatAreNone(String header) {
        var answer =
                mvc.get().uri("/api/v1/queue").header("Authorization", header).exchange();
        assertThat(answer).hasStatus(401);
    }

    @Test
    void pagesTheQueueOldestFirst() {
        var references = data.waiting(25, TestClock.OPEN_TUESDAY.minusSeconds(1_000));
        data.waiting(TestClock.OPEN_TUESDAY.plusSeconds(60));
        List<String> read = new ArrayList<>();
        String path = "/api/v1/queue?size=10";
        for (int pages = 0; pages < 3; pages++) {
            var body = ApiClient.body(api.get(path, amelie));
            body.get("items").forEach(item -> read.add(item.get("reference").asString()));
            path = "/api/v1/queue?size=10&after=" + body.get("next").asString();
        }
        assertThat(read).isEqualTo(references);
        assertThat(path).endsWith("after=").as("the third page is the last");
    }

    @Test
    void showsWhatAnAgentNeedsOfEachRequest() {
        var reference = data.waiting(TestClock.OPEN_TUESDAY);
        var item = ApiClient.body(api.get("/api/v1/queue", amelie)).get("items").get(0);
        assertThat(item.get("reference").asString()).isEqualTo(reference);
        assertThat(item.get("status").asString()).isEqualTo("WAITING");
        assertThat(item.get("receivedAt").asString()).isEqualTo("2026-03-03T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=x", "after=%00", "size=abc", "size=1e9", "size=NaN", "size=2147483648"})
    void refusesPagesThatAreNone(String query) {
        assertThat(api.get("/api/v1/queue?" + query, amelie)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=-1", "size=0", "size=1000000000", "sort=id;drop", "size=5&size=6", "size="})
    void clampsSizesAndIgnoresWhatItDoesNotKnow(String query) {
        data.waiting(3, TestClock.OPEN_TUESDAY.minusSeconds(60));
        assertThat(api.get("/api/v1/queue?" + query, amelie)).hasStatus(200);
    }

    @Test
    void givesARequestToOneAndTellsTheOtherWhoHasIt() {
        var reference = data.waiting(TestClock.OPEN_TUESDAY);
        var won = api.post(REQUESTS + reference + "/take", "", amelie);
        assertThat(won).hasStatus(200);
        assertThat(ApiClient.body(won).get("takenBy").asString()).isEqualTo("amelie");

        var lost = api.post(REQUESTS + reference + "/take", "", bruno);
        assertThat(lost).hasStatus(409).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(ApiClient.body(lost).get("takenBy").asString()).isEqualTo("amelie");
    }

    /** A double click, or two windows of one agent: whoever is slower reads it, and nothing fails. */
    @Test
    void startsOneCallHoweverOftenItIsAskedForAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var reference = data.waiting(TestClock.OPEN_TUESDAY);
            api.post(REQUESTS + reference + "/take", "", amelie);
            List<Integer> answers;
            try (var clicks = Executors.newFixedThreadPool(6)) {
                var all = clicks.invokeAll(Collections.<Callable<Integer>>nCopies(
                        6,
                        () -> api.post(REQUESTS + reference + "/attempts", "{}", amelie)
                                .getResponse()
                                .getStatus()));
                answers = all.stream().map(Future::resultNow).sorted().toList();
            }
            assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409);
        }
        assertThat(data.count("callback_attempt")).isEqualTo(5);
    }

    @Test
    void callsAndRecordsTheOutcome() {
        var reference = data.waiting(TestClock.OPEN_TUESDAY);
        api.post(REQUESTS + reference + "/take", "", amelie);
        var started = api.post(REQUESTS + reference + "/attempts", "", amelie);
        assertThat(started).hasStatus(201);
        var location = started.getResponse().getHeader("Location");
        assertThat(location).startsWith(REQUESTS + reference + "/attempts/");

        var ended = api.post(location + "/outcome", "{\"outcome\":\"RESOLVED\",\"note\":\"Tout va bien.\"}", amelie);
        assertThat(ended).hasStatus(200);
        assertThat(ApiClient.body(ended).get("status").asString()).isEqualTo("CLOSED");
        assertThat(api.post(location + "/outcome", "{\"outcome\":\"BUSY\"}", amelie))
                .hasStatus(409);
    }

    @Test
    void answers423WithTheNextOpeningWhileTheLineIsClosed() {
        var reference = takenByAmelie();
        clock.setParis("2026-04-06T10:00");
        var answer = api.post(REQUESTS + reference + "/attempts", "{\"overrideReason\":\"Urgent\"}", amelie);
        assertThat(answer).hasStatus(423).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(ApiClient.body(answer).get("opensAt").asString()).isEqualTo("2026-04-07T07:00:00Z");
    }

    @Test
    void letsASupervisorOverrideTheHoursForAReason() {
        var reference = data.waiting(TestClock.OPEN_TUESDAY);
        api.post(REQUESTS + reference + "/take", "", claire);
        clock.setParis("2026-03-03T12:45");
        assertThat(api.post(REQUESTS + reference + "/attempts", "", claire)).hasStatus(423);
        var answer = api.post(REQUESTS + reference + "/attempts", "{\"overrideReason\":\"Promis\"}", claire);
        assertThat(answer).hasStatus(201);
        assertThat(ApiClient.body(answer).get("overrideReason").asString()).isEqualTo("Promis");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"outcome\":\"UNKNOWN\"} | 400",
                "{\"outcome\":0} | 400",
                "{\"outcome\":\"resolved\"} | 400",
                "{\"outcome\":\"BUSY\",\"callAt\":\"tomorrow\"} | 400",
                "[] | 400",
                "{} | 422",
                "{\"outcome\":null} | 422",
                "{\"outcome\":\"UNREACHABLE\"} | 422",
                "{\"outcome\":\"CALL_LATER\"} | 422",
                "{\"outcome\":\"CALL_LATER\",\"callAt\":\"2026-03-03T08:00:00Z\"} | 422",
                "{\"outcome\":\"CALL_LATER\",\"callAt\":\"+1000000000-12-31T23:59:59Z\"} | 422",
                "{\"outcome\":\"CALL_LATER\",\"callAt\":\"2026-03-07T10:00:00Z\"} | 423"
            })
    void refusesOutcomesThatAreNone(String body, int status) {
        var reference = takenByAmelie();
        var started = api.post(REQUESTS + reference + "/attempts", "", amelie);
        var path = started.getResponse().getHeader("Location") + "/outcome";
        assertThat(api.post(path, body, amelie)).hasStatus(status);
        assertThat(data.column(reference, "status")).isEqualTo("TAKEN");
    }

    @Test
    void answersTheSameToWhatIsNotThereAndWhatBelongsToAnotherRequest() {
        var mine = takenByAmelie();
        var others = data.waiting(TestClock.OPEN_TUESDAY);
        api.post(REQUESTS + others + "/take", "", bruno);
        var attempt = ApiClient.body(api.post(REQUESTS + others + "/attempts", "", bruno))
                .get("id")
                .asString();
        String busy = "{\"outcome\":\"BUSY\"}";
        for (String path : List.of(
                mine + "/attempts/" + attempt + "/outcome",
                mine + "/attempts/0/outcome",
                mine + "/attempts/-1/outcome",
                "AAAAAAAA/attempts/1/outcome",
                "AAAAAAAA/attempts",
                "AAAAAAAA/take",
                "1 or 1=1/take")) {
            assertThat(api.post(REQUESTS + path, busy, amelie)).as(path).hasStatus(404);
        }
        assertThat(api.post(REQUESTS + mine + "/attempts/9223372036854775808/outcome", busy, amelie))
                .hasStatus(400);
        assertThat(api.get(REQUESTS + "AAAAAAAA", amelie)).hasStatus(404);
        assertThat(api.get(REQUESTS + "x".repeat(5_000), amelie)).hasStatus(404);
    }

    @Test
    void answers403ToAnAccountWithoutTheRole() {
        MvcTestResult answer = mvc.get()
                .uri("/api/v1/queue")
                .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user(
                                "guest")
                        .roles("GUEST"))
                .exchange();
        assertThat(answer).hasStatus(403).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void answers405WithWhatIsAllowed() {
        assertThat(api.call(HttpMethod.DELETE, REQUESTS + "AAAAAAAA", amelie)).hasStatus(405);
        assertThat(api.call(HttpMethod.POST, "/api/v1/queue", amelie)).hasStatus(405);
    }

    @Test
    void hidesNothingOfARefusalInEnglish() {
        var reference = data.request(
                TestClock.OPEN_TUESDAY,
                Map.of("status", "TAKEN", "taken_by", "amelie", "taken_at", TestClock.OPEN_TUESDAY));
        var answer = mvc.post()
                .uri(REQUESTS + reference + "/take")
                .header("Authorization", ApiClient.basic(bruno, TestData.PASSWORD))
                .header("Accept-Language", "en")
                .exchange();
        assertThat(ApiClient.body(answer).get("title").asString()).isEqualTo("Conflict");
    }

    private String takenByAmelie() {
        var reference = data.waiting(TestClock.OPEN_TUESDAY);
        api.post(REQUESTS + reference + "/take", "", amelie);
        return reference;
    }
}
