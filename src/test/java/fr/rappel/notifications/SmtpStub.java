package fr.rappel.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that misbehaves as it is told, by recipient. What it acknowledged it keeps. */
final class SmtpStub implements AutoCloseable {

    enum Conduct {
        ACCEPT,
        /** Takes the message and closes the connection without a good-bye. */
        ACCEPT_AND_GO,
        /** 451 to the recipient. */
        DEFER,
        /** 550 to the recipient. */
        REFUSE,
        /** 554 to the contents. */
        REFUSE_CONTENTS,
        /** 552 to the sender's own address. */
        REFUSE_SENDER,
        /** Closes the connection in the middle of the contents. */
        DIE,
        /** Never answers the contents. */
        HANG,
        /** Answers the contents a sign at a time, for ever. */
        TRICKLE
    }

    private final Map<String, Conduct> conducts = new ConcurrentHashMap<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket server;

    SmtpStub() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    void towards(String recipient, Conduct conduct) {
        conducts.put(recipient, conduct);
    }

    /** Recipients whose message was acknowledged, in that order. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** Recipients that were named, in that order. */
    List<String> tried() {
        return List.copyOf(tried);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                var out = socket.getOutputStream()) {
            say(out, "220 stub");
            Conduct conduct = Conduct.ACCEPT;
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(java.util.Locale.ROOT);
                if (command.startsWith("MAIL") && conducts.containsValue(Conduct.REFUSE_SENDER)) {
                    say(out, "552 sender");
                } else if (command.startsWith("RCPT")) {
                    recipient = line.replaceFirst("(?i)^RCPT TO:<(.*)>.*", "$1");
                    tried.add(recipient);
                    conduct = conducts.getOrDefault(recipient, Conduct.ACCEPT);
                    say(out, answerToRecipient(conduct));
                } else if (command.equals("DATA")) {
                    say(out, "354 go on");
                    if (!contents(in, out, conduct)) {
                        return;
                    }
                    if (conduct == Conduct.ACCEPT || conduct == Conduct.ACCEPT_AND_GO) {
                        accepted.add(recipient);
                        say(out, "250 taken");
                    }
                    if (conduct == Conduct.ACCEPT_AND_GO) {
                        return;
                    }
                } else {
                    say(out, command.equals("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException | InterruptedException e) {
            // The other side has gone; nothing to say to it any more.
            Thread.currentThread().interrupt();
        }
    }

    private static String answerToRecipient(Conduct conduct) {
        return switch (conduct) {
            case DEFER -> "451 4.7.1 later";
            case REFUSE -> "550 5.1.1 no such mailbox";
            default -> "250 ok";
        };
    }

    /** Reads the contents; false if the connection is over. */
    private boolean contents(BufferedReader in, OutputStream out, Conduct conduct)
            throws IOException, InterruptedException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (conduct == Conduct.DIE) {
                return false;
            }
        }
        switch (conduct) {
            case REFUSE_CONTENTS -> say(out, "554 5.7.1 not this");
            case HANG -> closed.await();
            case TRICKLE -> {
                while (!closed.await(200, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    out.write('2');
                    out.flush();
                }
            }
            default -> {
                return true;
            }
        }
        return conduct == Conduct.REFUSE_CONTENTS;
    }

    private static void say(OutputStream out, String line) {
        try {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
