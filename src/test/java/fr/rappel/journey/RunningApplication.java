package fr.rappel.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The packaged jar as a process of its own, on a free port of the loopback address. */
final class RunningApplication implements AutoCloseable {

    /** Journeys run on any day of the year. */
    static final String NO_HOLIDAYS = "--rappel.calendar.open-holidays="
            + "new-year,easter-monday,labour-day,victory-1945,ascension,whit-monday,"
            + "national-day,assumption,all-saints,armistice-1918,christmas";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final Path folder;
    private final List<String> options;
    private final int port;
    private List<String> prefix = List.of();
    private Process process;

    private RunningApplication(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
        this.port = freePort();
    }

    /** Another process on the folder of this one. */
    RunningApplication twin() {
        return new RunningApplication(folder, options);
    }

    /**
     * Starts the application on an empty folder.
     *
     * @param options arguments such as {@code --rappel.intake.per-address-per-hour=1000}
     */
    static RunningApplication start(Path folder, String... options) {
        RunningApplication application = new RunningApplication(folder, List.of(options));
        application.start();
        return application;
    }

    /** A copy of the default contents whose line never closes, so that a journey may call at any hour. */
    static String alwaysOpen(Path folder) {
        return withHours(
                folder, List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"), "00:00");
    }

    /** A copy of the default contents whose line is open for the first minute of Mondays only. */
    static String neverOpen(Path folder) {
        return withHours(folder, List.of("lundi"), "00:01");
    }

    private static String withHours(Path folder, List<String> days, String until) {
        try {
            Path copy = folder.resolve("defaults");
            var resolver = new PathMatchingResourcePatternResolver();
            for (var resource : resolver.getResources("classpath:defaults/**/*.*")) {
                String path = resource.getURL().getPath();
                Path target = copy.resolve(path.substring(path.lastIndexOf("/defaults/") + "/defaults/".length()));
                Files.createDirectories(target.getParent());
                try (var in = resource.getInputStream()) {
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            StringBuilder hours = new StringBuilder("jour,debut,fin\n");
            days.forEach(
                    day -> hours.append(day).append(",00:00,").append(until).append('\n'));
            Files.writeString(copy.resolve("opening-hours.csv"), hours);
            return "--rappel.defaults=" + copy.toUri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        launch();
        awaitHealth();
    }

    /** Starts it where that must fail; what it wrote since. */
    String startInVain() {
        int before = Files.exists(log()) ? logged().length() : 0;
        launch();
        awaitExit(START_LIMIT);
        if (process.exitValue() == 0) {
            throw new IllegalStateException("The application ended as if all was well; see " + log());
        }
        return logged().substring(before);
    }

    /** From the next start on no file may grow beyond this: what a full disk does, without being root. */
    void limitFiles(int kibibytes) {
        prefix = List.of("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "limited");
    }

    void liftLimits() {
        prefix = List.of();
    }

    private void launch() {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(PackagedApplication.command());
        command.addAll(List.of(
                "--server.port=" + port, "--server.address=127.0.0.1", "--rappel.data=" + folder.resolve("data")));
        command.addAll(options);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code kill -9} does: no hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        awaitExit(STOP_LIMIT);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The port it listens on, for those who speak no HTTP of the usual kind. */
    int port() {
        return port;
    }

    /** Everything it has written so far. */
    String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Signed in as one of the demo accounts. */
    HttpResponse<String> getAs(String username, String path) throws IOException, InterruptedException {
        return send(as(username, path));
    }

    HttpResponse<String> postAs(String username, String path) throws IOException, InterruptedException {
        return sendAs(username, path, "application/json", "");
    }

    /** Sends a body, signed in as one of the demo accounts. */
    HttpResponse<String> sendAs(String username, String path, String type, String body)
            throws IOException, InterruptedException {
        return send(as(username, path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Path log() {
        return folder.resolve("application.log");
    }

    @Override
    public void close() {
        process.destroy();
        awaitExit(STOP_LIMIT);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder as(String username, String path) {
        String credentials = username + ":rappel-demo";
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Basic " + basic);
    }

    private void awaitHealth() {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < limit) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application ended while starting; see " + log());
            }
            try {
                if (get("/actuator/health/readiness").statusCode() == 200) {
                    return;
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("The application did not start in time; see " + log());
    }

    private void pause() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
