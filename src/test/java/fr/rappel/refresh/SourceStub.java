package fr.rappel.refresh;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An information system that answers what a test wants, or not at all. */
final class SourceStub {

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private final Semaphore hangUps = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int status;
    private volatile String body;
    private volatile @Nullable Duration pause;

    SourceStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/si", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/si";
    }

    /** Status 0: never answers. */
    void answers(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
        pause = null;
    }

    /** Begins an answer that has no end: blanks, with a pause after each thousand. */
    void answersForEver(int newStatus, Duration newPause) {
        status = newStatus;
        pause = newPause;
    }

    /** Waits until the other side has ended an answer that has no end. */
    boolean wasHungUpOn() throws InterruptedException {
        return hangUps.tryAcquire(10, TimeUnit.SECONDS);
    }

    int calls() {
        return calls.getAndSet(0);
    }

    void stop() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try (exchange) {
            if (status == 0) {
                end.await();
            }
            if (pause != null) {
                neverEnd(exchange, pause);
                return;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status == 0 ? 500 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void neverEnd(HttpExchange exchange, Duration between) throws IOException, InterruptedException {
        byte[] blanks = " ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, 0);
        try {
            do {
                exchange.getResponseBody().write(blanks);
                exchange.getResponseBody().flush();
            } while (!end.await(between.toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException hungUp) {
            hangUps.release();
            throw hungUp;
        }
    }
}
