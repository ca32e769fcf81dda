package fr.rappel.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The line between the application and its PostgreSQL. It can swallow everything, as a broken network does, and it can
 * be cut in the very moment when a request is committed.
 */
final class DatabaseLine implements AutoCloseable {

    /** When the next commit of a new request cuts the line. */
    enum Cut {
        /** The database never hears of the commit. */
        BEFORE_COMMIT,
        /** The database has committed, and the application never hears of it. */
        AFTER_COMMIT
    }

    private final ServerSocket door;
    private final int target;
    private final AtomicReference<Cut> cut = new AtomicReference<>();
    private volatile CountDownLatch passable = new CountDownLatch(0);

    DatabaseLine(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cutAtNextRequest(Cut when) {
        cut.set(when);
    }

    void swallow() {
        passable = new CountDownLatch(1);
    }

    void restore() {
        passable.countDown();
    }

    @Override
    public void close() throws IOException {
        restore();
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket application = door.accept();
                Thread.ofVirtual().start(() -> connect(application));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket application) {
        try {
            passable.await();
            Connection connection = new Connection(application, new Socket(InetAddress.getLoopbackAddress(), target));
            Thread.ofVirtual().start(connection::toApplication);
            connection.toDatabase();
        } catch (IOException e) {
            close(application);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed already.
        }
    }

    private final class Connection {

        private final Socket application;
        private final Socket database;
        private boolean storesRequest;
        private volatile boolean deaf;

        Connection(Socket application, Socket database) {
            this.application = application;
            this.database = database;
        }

        void toDatabase() {
            pump(application, database, bytes -> {
                String said = new String(bytes, StandardCharsets.ISO_8859_1);
                storesRequest |= said.contains("insert into callback_request");
                if (!storesRequest || !said.contains("COMMIT\0")) {
                    return true;
                }
                storesRequest = false;
                Cut now = cut.getAndSet(null);
                deaf = now == Cut.AFTER_COMMIT;
                return now != Cut.BEFORE_COMMIT;
            });
        }

        void toApplication() {
            pump(database, application, bytes -> !deaf);
        }

        private void pump(Socket from, Socket to, java.util.function.Predicate<byte[]> passes) {
            byte[] buffer = new byte[16_384];
            try {
                for (int length; (length = from.getInputStream().read(buffer)) >= 0; ) {
                    passable.await();
                    if (!passes.test(java.util.Arrays.copyOf(buffer, length))) {
                        break;
                    }
                    to.getOutputStream().write(buffer, 0, length);
                }
            } catch (IOException e) {
                // One side is gone, and so is the other.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                close(from);
                close(to);
            }
        }
    }
}
