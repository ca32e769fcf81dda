package fr.rappel.followup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A daemon that speaks INSTREAM as ClamAV's does, and knows one virus: the EICAR test file. */
final class ClamdStub implements AutoCloseable {

    /** In two halves, so that this file is no virus. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private volatile boolean confused;
    private volatile long received;

    ClamdStub() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on it cannot say. */
    void confuse(boolean now) {
        confused = now;
    }

    /** Bytes of the last stream. */
    long received() {
        return received;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getOutputStream()
                        .write((answer(new DataInputStream(client.getInputStream())) + "\0")
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private String answer(DataInputStream in) throws IOException {
        if (!new String(in.readNBytes(10), StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND";
        }
        var stream = new StringBuilder();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            stream.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
        }
        received = stream.length();
        if (confused) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        return stream.indexOf(EICAR) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
