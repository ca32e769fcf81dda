package fr.rappel.followup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Asks the daemon of ClamAV by its command INSTREAM: contents go there in pieces, each after its length. */
@Component
class ClamdScanner implements VirusScanner {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final FollowUpProperties.Clamd clamd;

    ClamdScanner(FollowUpProperties properties) {
        this.clamd = properties.clamd();
    }

    @Override
    public boolean isThere() {
        return clamd.host() != null && !clamd.host().isBlank();
    }

    @Override
    public boolean isClean(InputStream contents) throws IOException {
        try (Socket socket = new Socket()) {
            int patience = Math.toIntExact(clamd.timeout().toMillis());
            connect(socket, patience);
            socket.setSoTimeout(patience);
            send(contents, new DataOutputStream(socket.getOutputStream()));
            return read(socket.getInputStream());
        }
    }

    private void connect(Socket socket, int patience) throws Away {
        try {
            socket.connect(new InetSocketAddress(clamd.host(), clamd.port()), patience);
        } catch (IOException e) {
            throw new Away(e);
        }
    }

    private static void send(InputStream contents, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] piece = new byte[PIECE];
        for (int read = contents.read(piece); read > 0; read = contents.read(piece)) {
            out.writeInt(read);
            out.write(piece, 0, read);
        }
        out.writeInt(0);
        out.flush();
    }

    /** "stream: OK", "stream: NAME FOUND", or a complaint. */
    private static boolean read(InputStream in) throws IOException {
        String answer = new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII)
                .replace("\0", "")
                .strip();
        if (answer.endsWith(" FOUND")) {
            return false;
        }
        if (answer.endsWith(": OK")) {
            return true;
        }
        throw new IOException("The virus scanner cannot say");
    }
}
