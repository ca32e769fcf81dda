package fr.rappel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages in the name of Vaadin's pages that no page would send: the server decides, whatever the client claims. */
class ForgedRequestsIT {

    private static final String WAITING = "Prendre en charge";
    private static final String HELD = "Prise en charge par Amélie Martin.";
    private static final String CALLED = "Appel de Amélie";

    @TempDir
    static Path folder;

    private static RunningApplication application;

    private final FlowClient amelie = new FlowClient(application);

    @BeforeAll
    static void start() {
        application =
                RunningApplication.start(folder, "--spring.profiles.active=demo", RunningApplication.neverOpen(folder));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void ignoresAButtonThatIsDisabledOrGone() throws Exception {
        String reference = submit("Bouton");
        signedIn("agent").open("console");
        amelie.navigate("console/demandes/" + reference);
        int take = amelie.button("Prendre en charge");
        amelie.click(take);
        int release = amelie.button("Libérer");
        int call = amelie.button("Appel impossible");

        // The line is closed: the button is there and disabled, and the client cannot enable it.
        amelie.click(call);
        amelie.set(call, "disabled", false);
        amelie.click(call);
        assertThat(amelie.wasTold("Appel n°")).isFalse();
        assertThat(sheet(reference)).contains(HELD).doesNotContain(CALLED);

        // What was removed from the page does nothing any more.
        amelie.click(take);
        amelie.click(release);
        assertThat(sheet(reference)).contains(WAITING);
        amelie.click(release);
        amelie.click(call);
        assertThat(sheet(reference)).contains(WAITING).doesNotContain(CALLED);
    }

    @Test
    void doesNothingTwiceWhenAMessageComesAgain() throws Exception {
        String reference = submit("Rejeu");
        signedIn("agent").open("console");
        amelie.navigate("console/demandes/" + reference);
        String taking = amelie.message(Map.of(
                "type", "event", "node", amelie.button("Prendre en charge"), "event", "click", "data", Map.of()));
        assertThat(amelie.post(taking).body()).contains("Libérer");
        String again = amelie.post(taking).body();
        assertThat(again).contains("Libérer").as("the same answer, kept for a client that lost it");
        FlowClient bruno = new FlowClient(application);
        bruno.signIn("agent2", "rappel-demo");
        bruno.open("console");
        assertThat(bruno.post(taking).body()).doesNotContain("Libérer").contains("appError");
        assertThat(sheet(reference)).contains(HELD);
    }

    @Test
    void refusesMessagesOfAnotherPageOrWithAnotherKey() throws Exception {
        String reference = submit("Autre");
        signedIn("agent").open("console");
        amelie.navigate("console/demandes/" + reference);
        Map<String, ?> taking =
                Map.of("type", "event", "node", amelie.button("Prendre en charge"), "event", "click", "data", Map.of());
        String message = amelie.message(taking);
        assertThat(amelie.post(message, 77).body()).contains("sessionExpired");
        assertThat(amelie.post(message.replaceAll("\"csrfToken\":\"[^\"]*", "\"csrfToken\":\"x"))
                        .body())
                .contains("appError");
        assertThat(sheet(reference)).contains(WAITING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "[]", "5", "\"x\"", "{\"rpc\":5}", "{\"rpc\":[{\"type\":\"zzz\"}]}", "{}", ""})
    void staysCalmWithMessagesThatAreNone(String message) {
        amelie.open("rappel");
        HttpResponse<String> answer = amelie.post(message);
        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "tools.jackson");
        assertThat(new FlowClient(application).get("/rappel").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesMessagesThatAreTooLong() {
        amelie.open("rappel");
        assertThat(amelie.post("{\"csrfToken\":\"" + "a".repeat(2_000_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void ignoresNodesAndMethodsThatAreNot() {
        amelie.open("rappel");
        for (int node : new int[] {0, -1, 99_999, Integer.MAX_VALUE}) {
            assertThat(amelie.click(node).has("meta")).as("node %d", node).isFalse();
        }
        amelie.call(Map.of(
                "type",
                "publishedEventHandler",
                "node",
                1,
                "templateEventMethodName",
                "close",
                "templateEventMethodArgs",
                List.of(),
                "promise",
                0));
        assertThat(amelie.get("/rappel").statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoValueThatIsNotToChooseFrom() {
        amelie.open("rappel");
        int region = amelie.nodeSaying("id", "field-region");
        amelie.set(region, "value", "999");
        amelie.set(amelie.nodeSaying("id", "field-companySize"), "value", "999");
        amelie.click(amelie.button("Demander à être rappelé"));
        assertThat(amelie.wasTold("11 champs sont à corriger")).isTrue();
        assertThat(amelie.set(region, "selectedItem", Map.of("key", "999")).has("meta"))
                .as("a property that no page sends ends the conversation")
                .isTrue();
    }

    @Test
    void takesNoRowThatIsNotThereOrIsTaken() throws Exception {
        String reference = submit("Ligne");
        application.postAs("agent2", "/api/v1/callback-requests/" + reference + "/take");
        signedIn("agent").open("console");
        int table = amelie.nodeSaying("tag", "rappel-work-table");
        for (Object row : new Object[] {reference, "AAAAAAAA", "", "x".repeat(1_000), 5, List.of("a")}) {
            amelie.event(table, "row-take", Map.of("event.detail.reference", row));
        }
        amelie.event(table, "row-take", Map.of());
        assertThat(sheet(reference)).contains("Prise en charge par Bruno");
    }

    /** The rules of routes hold inside a page as they do at its door. */
    @Test
    void showsNobodyAViewOfAnotherRole() {
        amelie.open("rappel");
        amelie.navigate("console");
        amelie.navigate("console/tableau");
        assertThat(amelie.wasTold("rappel-work-table")).isFalse();
        FlowClient agent = signedIn("agent");
        agent.open("console");
        agent.navigate("console/tableau");
        agent.navigate("console/calendrier");
        assertThat(agent.wasTold("line-board")).isFalse();
        assertThat(agent.wasTold("Fermer la ligne")).isFalse();
    }

    private FlowClient signedIn(String username) {
        amelie.signIn(username, "rappel-demo");
        return amelie;
    }

    private static String submit(String lastName) throws Exception {
        return JsonPath.read(
                application
                        .post("/api/v1/callback-requests", Submissions.valid(lastName))
                        .body(),
                "$.reference");
    }

    /** All that the call sheet of a request tells somebody else. */
    private static String sheet(String reference) {
        FlowClient reader = new FlowClient(application);
        reader.signIn("superviseur", "rappel-demo");
        reader.open("console");
        return reader.navigate("console/demandes/" + reference).toString();
    }
}
