package fr.rappel.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks Vaadin's protocol without a browser: what a page would send, and whatever somebody may send in its name. */
final class FlowClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final RunningApplication application;
    private final List<JsonNode> changes = new ArrayList<>();
    private String securityKey = "";
    private String pushId = "";
    private int ui;
    private int syncId;
    private int clientId;

    FlowClient(RunningApplication application) {
        this.application = application;
    }

    /** Signs in as the log-in page does. */
    HttpResponse<String> signIn(String username, String password) {
        return logIn(username, password, token());
    }

    /** Where a refused log-in leads; its page was opened before. */
    String signInRefused() {
        return signIn("agent", "rappel-demo").headers().firstValue("Location").orElseThrow();
    }

    /** The token that the log-in page carries. */
    String token() {
        var page = TOKEN.matcher(get("/connexion").body());
        if (!page.find()) {
            throw new AssertionError("The log-in page carries no token");
        }
        return page.group(1);
    }

    HttpResponse<String> logIn(String username, String password, String token, String... headers) {
        var request = HttpRequest.newBuilder(application.uri("/connexion"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + username + "&password=" + password + "&_csrf=" + token));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Opens a page of the application and goes to a view of it. */
    JsonNode open(String route) {
        JsonNode config = JSON.readTree(
                        get("/?v-r=init&location=" + route + "&query=").body())
                .get("appConfig");
        JsonNode first = config.get("uidl");
        ui = config.get("v-uiId").asInt();
        securityKey = first.get("Vaadin-Security-Key").asString();
        pushId = first.get("Vaadin-Push-ID").asString();
        changes.clear();
        learn(first);
        return navigate(route);
    }

    JsonNode navigate(String route) {
        return event(
                1,
                "ui-navigate",
                Map.of("route", route, "query", "", "appShellTitle", "", "historyState", "", "trigger", ""));
    }

    JsonNode click(int node) {
        return event(node, "click", Map.of());
    }

    JsonNode event(int node, String name, Map<String, ?> data) {
        return call(Map.of("type", "event", "node", node, "event", name, "data", data));
    }

    JsonNode set(int node, String property, Object value) {
        return call(Map.of("type", "mSync", "node", node, "feature", 1, "property", property, "value", value));
    }

    /** Sends one message and learns what changed on the page. */
    JsonNode call(Map<String, ?> rpc) {
        JsonNode answer = JSON.readTree(post(message(rpc)).body());
        learn(answer);
        return answer;
    }

    /** The message as the page would send it next. */
    String message(Map<String, ?> rpc) {
        return JSON.writeValueAsString(
                Map.of("csrfToken", securityKey, "rpc", List.of(rpc), "syncId", syncId, "clientId", clientId));
    }

    /** Sends any text in the place of a message. */
    HttpResponse<String> post(String message) {
        return post(message, ui);
    }

    HttpResponse<String> post(String message, int otherUi) {
        return send(HttpRequest.newBuilder(application.uri("/?v-r=uidl&v-uiId=" + otherUi))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message)));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(application.uri(path)));
    }

    /** The last node whose property, attribute or text begins like this. */
    int nodeSaying(String key, String value) {
        return nodesSaying(key, value)
                .reduce((before, last) -> last)
                .orElseThrow(() -> new AssertionError("No node whose " + key + " is " + value));
    }

    /** The last button whose text begins like this: a text is a child of its button. */
    int button(String text) {
        List<Integer> words = nodesSaying("text", text).boxed().toList();
        List<Integer> buttons = nodesSaying("tag", "vaadin-button").boxed().toList();
        return changes.stream()
                .filter(change ->
                        change.path("addNodes").valueStream().anyMatch(child -> words.contains(child.asInt())))
                .map(change -> change.get("node").asInt())
                .filter(buttons::contains)
                .reduce((before, last) -> last)
                .orElseThrow(() -> new AssertionError("No button says " + text));
    }

    private IntStream nodesSaying(String key, String value) {
        return changes.stream()
                .filter(change -> key.equals(change.path("key").asString(""))
                        && change.path("value").asString("").startsWith(value))
                .mapToInt(change -> change.get("node").asInt());
    }

    /** Whether the page ever said this. */
    boolean wasTold(String text) {
        return changes.toString().contains(text);
    }

    String pushId() {
        return pushId;
    }

    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::toString)
                .findFirst()
                .orElse("");
    }

    /** Opens the push channel of a page; the failure is what the server answered to the handshake. */
    WebSocket push(String id, String cookie, String origin, WebSocket.Listener listener) throws IOException {
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (!cookie.isEmpty()) {
            builder.header("Cookie", cookie);
        }
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        URI address = URI.create(application
                .uri("/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId=" + id
                        + "&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=3.0.5.javascript"
                        + "&X-Atmosphere-tracking-id=0&X-atmo-protocol=true&Content-Type=application/json")
                .toString()
                .replace("http:", "ws:"));
        try {
            return builder.buildAsync(address, listener).join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void learn(JsonNode answer) {
        syncId = answer.path("syncId").asInt(syncId);
        clientId = answer.path("clientId").asInt(clientId);
        answer.path("changes").valueStream().forEach(changes::add);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The application does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
