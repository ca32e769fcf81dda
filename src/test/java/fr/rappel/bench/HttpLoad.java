package fr.rappel.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Some clients that ask again and again over kept connections, for a bounded time. They speak HTTP over plain sockets:
 * client and server share the machine, and what the client spends is missing in the server's figures.
 *
 * <p>Arguments: {@code get|submit}, address, clients, seconds. Any answer but 200 or 201 ends the program.
 */
final class HttpLoad {

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());
    private static final String MESSAGE = "Où en est le dossier de notre apprentie ? ".repeat(8);

    private HttpLoad() {}

    public static void main(String[] arguments) throws Exception {
        boolean submit = arguments[0].equals("submit");
        URI uri = URI.create(arguments[1]);
        int clients = Integer.parseInt(arguments[2]);
        double seconds = Double.parseDouble(arguments[3]);
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            Callable<List<Long>> client = () -> {
                List<Long> own = new ArrayList<>();
                try (Connection connection = new Connection(uri)) {
                    while (System.nanoTime() < end) {
                        byte[] request = submit ? submission(uri) : get(uri);
                        long start = System.nanoTime();
                        int status = connection.exchange(request);
                        own.add(System.nanoTime() - start);
                        if (status != 200 && status != 201) {
                            throw new IllegalStateException("Answer " + status + " from " + uri);
                        }
                    }
                }
                return own;
            };
            for (var result : threads.invokeAll(Collections.nCopies(clients, client))) {
                nanos.addAll(result.get());
            }
        }
        System.out.println(Timings.of(arguments[0], nanos, seconds).line());
    }

    private static byte[] get(URI uri) {
        return bytes("GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nAccept-Encoding: gzip\r\n\r\n");
    }

    private static byte[] submission(URI uri) {
        byte[] body = bytes("{\"firstName\":\"Zoé\",\"lastName\":\"Banc " + NUMBER.incrementAndGet()
                + "\",\"email\":\"zoe@exemple.fr\",\"siret\":\"55208131766522\",\"region\":\"11\",\"sector\":\"HCR\","
                + "\"phone\":\"0199001234\",\"companySize\":\"UNDER_11\",\"topic\":\"SUIVI_DEMANDE\",\"message\":\""
                + MESSAGE + "\",\"consent\":true}");
        byte[] head = bytes("POST " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n");
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One kept connection; knows of HTTP what the answers of this server need. */
    private static final class Connection implements AutoCloseable {

        private final URI uri;
        private Socket socket;
        private OutputStream out;
        private InputStream in;
        private boolean ends;

        Connection(URI uri) throws IOException {
            this.uri = uri;
            open();
        }

        private void open() throws IOException {
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            in = new BufferedInputStream(socket.getInputStream(), 65_536);
            ends = false;
        }

        /** Sends a request, reads the whole answer and returns its status. */
        int exchange(byte[] request) throws IOException {
            if (ends) {
                // The server serves a hundred requests on a connection.
                close();
                open();
            }
            out.write(request);
            out.flush();
            String status = line();
            long length = -1;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Long.parseLong(header.substring(15).strip());
                }
                ends |= header.equalsIgnoreCase("Connection: close");
            }
            if (length >= 0) {
                in.skipNBytes(length);
            } else {
                for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
                    in.skipNBytes(chunk + 2L);
                }
                line();
            }
            return Integer.parseInt(status.substring(9, 12));
        }

        private int chunk() throws IOException {
            return Integer.parseInt(line(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("The server hung up");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
