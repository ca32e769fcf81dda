package fr.rappel.api;

import fr.rappel.testing.Person;
import fr.rappel.testing.TestData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API through all its filters, each submission from an address of its own. */
final class ApiClient {

    static final String SUBMIT = "/api/v1/callback-requests";

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final MockMvcTester mvc;

    ApiClient(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    static Map<String, Object> valid() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("firstName", "Élodie");
        body.put("lastName", "Étienne");
        body.put("email", "elodie@exemple.fr");
        body.put("siret", "552 081 317 66522");
        body.put("region", "11");
        body.put("sector", "HCR");
        body.put("phone", "01 42 76 40 40");
        body.put("companySize", "UNDER_11");
        body.put("topic", "DEPOT_DEMANDE");
        body.put("message", "Je n’arrive pas à déposer le contrat d’apprentissage de notre serveur.");
        body.put("consent", true);
        return body;
    }

    static Map<String, Object> validBut(String field, Object value) {
        Map<String, Object> body = valid();
        body.put(field, value);
        return body;
    }

    static String json(Object body) {
        return JSON.writeValueAsString(body);
    }

    static JsonNode body(MvcTestResult answer) {
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    static String nextAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "10.9." + number / 256 + "." + number % 256;
    }

    MvcTestResult submit(Object body) {
        return post(SUBMIT, json(body), null);
    }

    MvcTestResult submitKeyed(Object body, String key) {
        return mvc.post()
                .uri(SUBMIT)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json(body))
                .header("Idempotency-Key", key)
                .with(from(nextAddress()))
                .exchange();
    }

    MvcTestResult submitFrom(String address, Object body) {
        return mvc.post()
                .uri(SUBMIT)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json(body))
                .with(from(address))
                .exchange();
    }

    MvcTestResult post(String path, String body, Person person) {
        var request = mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(from(nextAddress()));
        return (person == null ? request : request.header(HttpHeaders.AUTHORIZATION, basic(person, TestData.PASSWORD)))
                .exchange();
    }

    MvcTestResult get(String path, Person person) {
        return call(HttpMethod.GET, path, person);
    }

    MvcTestResult call(HttpMethod method, String path, Person person) {
        var request = mvc.method(method).uri(path).with(from(nextAddress()));
        return (person == null ? request : request.header(HttpHeaders.AUTHORIZATION, basic(person, TestData.PASSWORD)))
                .exchange();
    }

    static String basic(Person person, String password) {
        return HttpHeaders.encodeBasicAuth(person.username(), password, java.nio.charset.StandardCharsets.UTF_8)
                .transform("Basic "::concat);
    }

    static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
