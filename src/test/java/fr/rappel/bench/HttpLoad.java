package fr.rappel.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Some clients that ask again and again over kept connections, for a bounded time.
 *
 * <p>Arguments: {@code get|submit}, address, clients, seconds. Any answer but 200 or 201 ends the program.
 */
final class HttpLoad {

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private HttpLoad() {}

    public static void main(String[] arguments) throws Exception {
        boolean submit = arguments[0].equals("submit");
        URI uri = URI.create(arguments[1]);
        int clients = Integer.parseInt(arguments[2]);
        double seconds = Double.parseDouble(arguments[3]);
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            Callable<List<Long>> client = () -> {
                List<Long> own = new ArrayList<>();
                while (System.nanoTime() < end) {
                    HttpRequest request = submit ? submission(uri) : get(uri);
                    long start = System.nanoTime();
                    int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                    own.add(System.nanoTime() - start);
                    if (status != 200 && status != 201) {
                        throw new IllegalStateException("Answer " + status + " from " + uri);
                    }
                }
                return own;
            };
            var running = threads.invokeAll(java.util.Collections.nCopies(clients, client));
            for (var result : running) {
                nanos.addAll(result.get());
            }
        }
        System.out.println(Timings.of(arguments[0], nanos, seconds).line());
    }

    private static HttpRequest get(URI uri) {
        return HttpRequest.newBuilder(uri).header("Accept-Encoding", "gzip").build();
    }

    private static HttpRequest submission(URI uri) {
        String body = """
                {"firstName": "Zoé", "lastName": "Banc %d", "email": "zoe@exemple.fr", "siret": "55208131766522",
                 "region": "11", "sector": "HCR", "phone": "0199001234", "companySize": "UNDER_11",
                 "topic": "SUIVI_DEMANDE", "message": "%s", "consent": true}""".formatted(NUMBER.incrementAndGet(), "Où en est le dossier de notre apprentie ? ".repeat(8));
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
