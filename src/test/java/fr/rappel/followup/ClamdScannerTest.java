package fr.rappel.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClamdScannerTest {

    @Test
    void tellsMalwareFromOtherContents() throws IOException {
        try (var clamd = new ClamdStub()) {
            var scanner = scanner("127.0.0.1", clamd.port());
            assertThat(scanner.isClean(contents("%PDF-1.7 rien"))).isTrue();
            assertThat(scanner.isClean(contents("%PDF-1.7 " + ClamdStub.EICAR))).isFalse();
        }
    }

    @Test
    void sendsTenMebibytesAndNothingElse() throws IOException {
        try (var clamd = new ClamdStub()) {
            byte[] big = new byte[(int) DocumentIntake.MAX_BYTES];
            assertThat(scanner("127.0.0.1", clamd.port()).isClean(new ByteArrayInputStream(big)))
                    .isTrue();
            assertThat(clamd.received()).isEqualTo(big.length);
        }
    }

    @Test
    void failsWhenItCannotSay() throws IOException {
        var clamd = new ClamdStub();
        clamd.confuse(true);
        var scanner = scanner("127.0.0.1", clamd.port());
        assertThatThrownBy(() -> scanner.isClean(contents("x"))).isExactlyInstanceOf(IOException.class);
        clamd.close();
        assertThatThrownBy(() -> scanner.isClean(contents("x"))).isInstanceOf(IOException.class);
    }

    @Test
    void tellsWhenNobodyIsThere() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        var scanner = scanner("127.0.0.1", port);
        assertThatThrownBy(() -> scanner.isClean(contents("x"))).isInstanceOf(VirusScanner.Away.class);
    }

    @Test
    void isThereOnceAHostIsNamed() {
        assertThat(scanner(null, 3310).isThere()).isFalse();
        assertThat(scanner("", 3310).isThere()).isFalse();
        assertThat(scanner("clamd.example.org", 3310).isThere()).isTrue();
    }

    private static ClamdScanner scanner(String host, int port) {
        return new ClamdScanner(new FollowUpProperties(
                Duration.ofDays(60),
                Duration.ofDays(365),
                20,
                60,
                new FollowUpProperties.Clamd(host, port, Duration.ofSeconds(2))));
    }

    private static InputStream contents(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
