package fr.rappel.files;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** As much of S3 as the file store speaks: put, delete, head, get with a range and lists, of signed requests. */
final class S3Stub implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final HttpServer server;

    S3Stub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Map<String, byte[]> objects() {
        return objects;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = exchange.getRequestURI().getPath();
            String signature = exchange.getRequestHeaders().getFirst("Authorization");
            if (signature == null || !signature.startsWith("AWS4-HMAC-SHA256 Credential=key/")) {
                exchange.sendResponseHeaders(403, -1);
            } else if (String.valueOf(exchange.getRequestURI().getQuery()).contains("list-type=2")) {
                list(exchange);
            } else if (exchange.getRequestMethod().equals("PUT")) {
                objects.put(key, exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, -1);
            } else if (exchange.getRequestMethod().equals("DELETE")) {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            } else if (!objects.containsKey(key)) {
                missing(exchange);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(objects.get(key).length));
                exchange.sendResponseHeaders(200, -1);
            } else {
                part(exchange, objects.get(key));
            }
        }
    }

    /** Two keys at a time; each was put on the same morning. */
    private void list(HttpExchange exchange) throws IOException {
        String bucket = exchange.getRequestURI().getPath() + "/";
        String prefix = parameter(exchange, "prefix");
        String after = parameter(exchange, "continuation-token");
        List<String> keys = objects.keySet().stream()
                .filter(key -> key.startsWith(bucket + prefix))
                .map(key -> key.substring(bucket.length()))
                .filter(key -> key.compareTo(after) > 0)
                .sorted()
                .toList();
        List<String> page = keys.subList(0, Math.min(2, keys.size()));
        var answer = new StringBuilder("<ListBucketResult>");
        page.forEach(key -> answer.append("<Contents><Key>%s</Key>".formatted(key))
                .append("<LastModified>2026-03-10T09:00:00.000Z</LastModified></Contents>"));
        if (page.size() < keys.size()) {
            answer.append("<NextContinuationToken>%s</NextContinuationToken>".formatted(page.getLast()));
        }
        answer.append("<IsTruncated>%s</IsTruncated></ListBucketResult>".formatted(page.size() < keys.size()));
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String parameter(HttpExchange exchange, String name) {
        var found = Pattern.compile("(?:^|&)" + name + "=([^&]*)")
                .matcher(exchange.getRequestURI().getQuery());
        return found.find() ? found.group(1) : "";
    }

    private static void part(HttpExchange exchange, byte[] contents) throws IOException {
        var range = RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        byte[] body = range.matches()
                ? Arrays.copyOfRange(
                        contents,
                        Integer.parseInt(range.group(1)),
                        Math.min(contents.length, Integer.parseInt(range.group(2)) + 1))
                : contents;
        exchange.sendResponseHeaders(range.matches() ? 206 : 200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void missing(HttpExchange exchange) throws IOException {
        byte[] body = "<Error><Code>NoSuchKey</Code></Error>".getBytes();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(404, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
